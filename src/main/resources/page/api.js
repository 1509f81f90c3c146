import { remember, remembered } from './tab.js';

/** Everything that the page asks of the server. */

const API = '/api/v1';
const TOKEN = 'entente.token';
/** How many letters of ids an address may hold, beside all else that the header of a request holds. */
export const MOST_LETTERS = 12_000;
/** How many bytes the end of a file is in which it may say that it is cut. */
const LAST_WORDS = 600;

/** What the server says when it has no answer: a problem as RFC 9457 has it, or that nobody answers at all. */
export class ApiProblem extends Error {
  /** @param {{status: number, code: string, detail: string}} problem */
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/**
 * The address of a route of the API.
 *
 * @param {string} path after /api/v1
 * @param {Record<string, unknown>} [parameters] what is null, undefined or empty is left out; a list repeats its name
 */
export function route(path, parameters = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') search.append(name, String(one));
    }
  }
  // A comma may stand in an address as it is, and lists of ids hold many
  const text = search.toString().replaceAll('%2C', ',');
  return API + path + (text ? `?${text}` : '');
}

/**
 * The answer to a GET, read as JSON.
 *
 * @throws {ApiProblem} if it is a problem, or broke off when a part of it was here
 */
export async function get(path, parameters, signal) {
  const answer = await json(await answered(route(path, parameters), { signal }));
  if (answer.error) throw new ApiProblem(answer.error);
  return answer;
}

/** The answer to a POST of JSON, read as JSON. */
export async function post(path, body, signal) {
  const headers = { 'Content-Type': 'application/json' };
  return json(await answered(route(path), { method: 'POST', headers, body: JSON.stringify(body), signal }));
}

async function json(response) {
  try {
    return await response.json();
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ApiProblem({ status: response.status, code: 'unexpected', detail: 'What the server answered is no JSON, or broke off.' });
  }
}

/**
 * The answer to a request as a file, and whether there is more than it holds.
 *
 * @returns {Promise<{blob: Blob, truncated: boolean}>}
 */
export async function file(address, init = {}) {
  const response = await answered(address, init);
  const blob = await response.blob();
  return { blob, truncated: response.headers.has('Entente-Truncated') || (await saysSo(blob)) };
}

/** What is long has left before the server knows that it is cut, and says so at its end. */
async function saysSo(blob) {
  return /\btruncated\W+true\b/.test(await blob.slice(-LAST_WORDS).text());
}

/** Keeps a token for as long as this tab is open; the next requests carry it. */
export function useToken(token) {
  remember(TOKEN, token);
}

/** The header that carries the token of this tab, where it has one. */
export function authorization() {
  const token = remembered(TOKEN);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/**
 * The answer to a request, as it comes.
 *
 * @throws {ApiProblem} if it is a problem, or nobody answers
 */
export async function answered(address, init = {}) {
  const headers = { ...init.headers, ...authorization() };
  let response;
  try {
    response = await fetch(address, { ...init, headers });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ApiProblem({ status: 0, code: 'server-away', detail: 'The server does not answer.' });
  }
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  return response;
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { status: response.status, code: 'unexpected', detail: `The server answered ${response.status}.` };
  }
}
