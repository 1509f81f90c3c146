import { answered, authorization, useToken } from './api.js';

const form = document.querySelector('form');

/** Shows the contract, and lets it be tried out. Nothing is asked of any other host. */
async function show() {
  let spec;
  try {
    spec = await (await answered('/openapi.json')).json();
  } catch ({ message }) {
    document.querySelector('[role=alert]').textContent = message;
    form.hidden = false;
    return;
  }
  form.hidden = true;
  window.SwaggerUIBundle({
    spec,
    dom_id: '#docs',
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    docExpansion: 'list',
    validatorUrl: null,
    requestInterceptor: (request) => ({ ...request, headers: { ...authorization(), ...request.headers } }),
  });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  useToken(new FormData(form).get('token').trim());
  show();
});
show();
