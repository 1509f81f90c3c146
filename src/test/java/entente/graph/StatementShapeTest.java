package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no database to be refused. That the rest is bounded, the hostile statements show. */
class StatementShapeTest {
    /** A text that is short once, and much a million times. */
    private static final String LONG =
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN any(a IN $list WHERE a > 1) AS x",
                "RETURN size([a IN range(1, 1000000) WHERE a % 7 = 0]) AS x",
                "MATCH (e) RETURN e.name + $suffix AS x ORDER BY x",
                "MATCH (e)--(f) WITH e, collect(f) AS near RETURN [x IN near | e.name + ' - ' + x.name] AS y",
                "MATCH (e) WITH collect(e) AS l RETURN [x IN l WHERE x.id STARTS WITH left($prefix, 100) + '-' | x.id] AS y",
                "MATCH (e) WITH collect(e) AS l RETURN size(l) AS n, [x IN l WHERE x.name =~ '(?i).*osh.*' | x.id] AS y",
                "MATCH p = (a)-[*..3]->(b) WITH collect(p) AS ps RETURN [p IN ps | reduce(t = 0, r IN relationships(p) | t + r.weight)] AS x",
                "MATCH p = ()--() RETURN [i IN range(0, size(nodes(p)) - 1) | nodes(p)[i].name] AS x",
                "MATCH p = (a)-[*1..2]-(b) WITH nodes(p) AS ns, relationships(p) AS rs RETURN [i IN range(0, size(rs) - 1) |"
                        + " ns[i].name + ' ' + type(rs[i]) + ' ' + ns[i + 1].name] AS steps",
                "MATCH (a)-[r]->(b) WITH a, r ORDER BY r.validFrom WITH a, collect(r.validFrom) AS ds RETURN a.name, [i IN"
                        + " range(1, size(ds) - 1) | duration.inDays(ds[i - 1], ds[i]).days] AS gaps",
                "MATCH (e) WITH collect(e) AS l RETURN [i IN range(0, size(l) - 1) WHERE l[i].id = 'osh' | [i, l[i].name]] AS x",
                "MATCH p = (a)-[*1..3]->(b) RETURN [i IN range(0, length(p) - 1) | nodes(p)[i].id + type(relationships(p)[i])] AS x",
                "MATCH p = (a)-[*1..3]->(b) RETURN [r IN relationships(p) | [s IN r.sources | split(s, '#')[0]]] AS x",
                "MATCH p = ()--() WHERE all(n IN nodes(p) WHERE single(m IN nodes(p) WHERE m = n)) RETURN p",
                "MATCH p = ()--() RETURN [n IN nodes(p) | [alias IN n.aliases | toUpper(alias)]] AS x",
                "MATCH (e) WITH collect(e.name) AS names, e RETURN [n IN names WHERE any(a IN e.aliases WHERE a = n)] AS x",
                "MATCH (e) WITH collect(e) AS l RETURN [a IN l | [k IN ['id', 'name'] | a[k]]] AS x",
                "RETURN [a IN range(1, 1000) | any(b IN range(1, 1000) WHERE a = b)] AS x",
                "RETURN [a IN $list | any(b IN $other[..100] WHERE a = b)] AS x",
                "RETURN [a IN $list WHERE NOT a IN $other] AS x",
                "RETURN [a IN $list WHERE a IN $other OR a IN ['a', 'b']] AS x",
                "WITH {l: $list, m: [$list]} AS m RETURN any(a IN m.l WHERE a IN m['l'] OR a IN m.m[0]) AS x",
                "MATCH (e) WHERE any(a IN $list WHERE a IN e.aliases OR a IN $other) RETURN e",
                "MATCH (e) WITH collect(e) AS l RETURN [x IN l WHERE 'osh' IN x.aliases[..100]] AS x",
                "MATCH (e) WITH collect(e) AS l RETURN [x IN l WHERE 'osh' IN x.aliases] AS x",
                "MATCH (a)-[r]->() WITH a, collect(r) AS rs WHERE any(r IN rs WHERE 'osh-article#12' IN r.sources) RETURN a",
                "MATCH (e) WHERE [n IN $list WHERE n.id IN $filter.ids] <> [] RETURN e",
                "MATCH (e) WITH collect({name: e.name, near: COLLECT { MATCH (e)--(f) RETURN f.name }}) AS l RETURN [m IN l WHERE m.name IN $list] AS x",
                "MATCH (e) WITH collect(e {.*}) AS l RETURN [m IN l WHERE m.name IN $list AND m['id'] IN $other] AS x",
                "MATCH (e) WITH collect([e.id, e.name]) AS l RETURN [pair IN l WHERE pair[0] IN $list] AS x",
                "MATCH (e)-[r]->(f) WITH collect(r) AS l, collect(e) AS k RETURN [r IN l WHERE startNode(r) IN k AND type(r) IN $list] AS x",
                "MATCH p = (a)-[rs*..3]->(b) WITH p, collect(b) AS l RETURN [n IN nodes(p) WHERE n IN l] + [r IN rs WHERE r.id IN $list] AS x",
                "RETURN [x IN COLLECT { MATCH (e {kind: 'State'}) RETURN e.id } WHERE x IN $list] AS x",
                "MATCH (a)-[r]->(b) WITH a, collect(b.id) AS near WITH collect({id: a.id, near: near}) AS l RETURN [m IN l WHERE 'russia' IN m.near] AS x",
                "MATCH (a)-[r]->(b) WITH collect({name: b.name, sources: r.sources}) AS l RETURN [k IN ['a'] | [m IN l WHERE k IN m.sources]] AS x",
                "MATCH (e) WITH collect(e) AS es RETURN [e IN es WHERE normalize(e.name) = trim(BOTH ' ' FROM e.name)] AS x",
                "MATCH (e) RETURN toInteger(e.year) AS year, trim(e.name) AS name, [randomUUID(), date(), null] AS x",
                "MATCH (e) CALL db.index.fulltext.queryNodes('names', e.name) YIELD node RETURN node",
                "RETURN [x IN $list WHERE CASE WHEN x IN $other THEN 'a' ELSE coalesce(x.b, toLower(x)) END IN $list] AS x",
                "MATCH (n) WITH n AS e, count(*) AS c RETURN [k IN keys(e) | [k, e[k]]] AS x",
                "MATCH (n) RETURN [k IN keys(properties(n)) | [k, n[k]]] AS x",
                "MATCH p = shortestPath((a)-[*]-(b)) WHERE all(n IN nodes(p) WHERE single(m IN nodes(p) WHERE m = n)) RETURN p",
                "MATCH (a), (b) RETURN any(a IN $list WHERE any(n IN nodes(shortestPath((a)-[*]-(b))) WHERE n.id = a)) AS x",
                "MATCH (e) RETURN [a IN $list WHERE a IN keys(e)] AS x",
                "MATCH p = (a)-[*..50]-(b)-->(c) RETURN [a IN $list WHERE any(n IN nodes(p) WHERE n.id = a)] AS x",
                "MATCH p = ((a)--(b)--(c)){1,50} RETURN [a IN $list WHERE any(n IN nodes(p) WHERE n.id = a)] AS x",
                "MATCH p = (a)-[*..300]-(b) WHERE all(n IN nodes(p) WHERE single(m IN nodes(p) WHERE m = n)) RETURN p",
                "MATCH p = shortestPath((a)-[*]-(b)) RETURN [n IN nodes(p) | n.name] AS x",
                "MATCH p = (a)--(b) MATCH (a)-[*]-(c) RETURN [a IN $list WHERE any(n IN nodes(p) WHERE n.id = a)] AS x",
                "MATCH p = (a)-[*]-(b) UNWIND nodes(p) AS n RETURN [k IN keys(n) | [k, n[k]]] AS x",
                "MATCH (e) RETURN [k IN keys(e) | [k, e[k]]] AS x",
                "RETURN [a IN $list | COUNT { UNWIND $list AS b RETURN b }] AS x",
                "RETURN [a IN $list | COUNT { MATCH (n) WHERE any(b IN $list WHERE b = n.id) }] AS x",
                "UNWIND range(1, $n) AS a RETURN [b IN $list WHERE b = a] AS x",
                "UNWIND range(1, 9223372036854775807) AS a RETURN a + 1 AS x",
                "RETURN reduce(total = 0, x IN $list | total + toFloat(x)) AS x",
                "RETURN reduce(most = 0, x IN $list | CASE WHEN x > most THEN x ELSE most END) AS x",
                "MATCH p = ()--() RETURN reduce(t = '', n IN nodes(p) | t + CASE t WHEN '' THEN '' ELSE ', ' END + n.id) AS x",
                "RETURN reduce(t = [], x IN $list[..1000] | t + x) AS x",
                "MATCH (e) RETURN replace(replace(toLower(e.name), ' ', '-'), '.', '') AS x",
                "MATCH (e) WITH e.name + ' ' + e.id AS n WITH n + n AS n WITH n + n AS n RETURN n",
                "MATCH (e) WITH collect(e) AS l RETURN [i IN range(0, 9) | l[i].name] AS x",
                "MATCH (e) WITH collect(e.name) AS l RETURN l, size(l) AS n, head(l) AS a, last(l) AS z, tail(l) AS t",
                "MATCH (e) WITH collect(e) AS l RETURN [k IN ['id', 'name'] | [e IN l | e[k]]] AS x",
                "MATCH (e) WITH collect(e.name) AS l, e RETURN [n IN l WHERE NOT n IN l[..10]] + [n IN l | n + '!'] AS x",
                "MATCH (e) WITH e.kind AS kind, collect(e.name) AS names WITH collect({kind: kind, names: names}) AS kinds"
                        + " RETURN [k IN kinds | {kind: k.kind, names: k.names, first: k.names[0]}] AS x",
                "MATCH (e) WITH e.kind AS kind, collect(e.name) AS names WITH collect({kind: kind, names: names}) AS kinds"
                        + " UNWIND kinds AS k RETURN k.kind, k.names, k.a, k.b, k.c, k.d, k.e, k.f, k.g, k.h",
                "RETURN [k IN ['SUPPORTS', 'OPPOSES'] | COLLECT { MATCH (n)-[r]->() WHERE type(r) = k RETURN n.id }] AS x",
                "MATCH (e) WITH collect(e) AS a, collect(e) AS b RETURN COLLECT { UNWIND a + b AS x RETURN x.name } AS x,"
                        + " COLLECT { UNWIND a + b AS x UNWIND x.aliases AS y RETURN DISTINCT y ORDER BY split(y, '#')[0], y }"
                        + " AS y, COLLECT { UNWIND a + b AS x RETURN x.id } AS z",
                "MATCH (e)--(f) WITH e, collect(f) AS near WITH collect(e) AS all, collect(near) AS nearEach RETURN"
                        + " [one IN all | one.name] AS names, COLLECT { UNWIND nearEach AS near UNWIND near AS one RETURN one.id } AS ids",
                "UNWIND range(1, 3) AS i RETURN collect(i) AS a, collect([k IN range(1, 1000) | k * i]) AS b, COLLECT { UNWIND"
                        + " range(1, 1000) AS j RETURN j } AS c",
                "MATCH (e) WITH collect(e) AS a, collect(e.id) AS b, collect(e.name) AS c, COLLECT { MATCH (s:State) RETURN s }"
                        + " AS d RETURN a + d AS x, b, c, size(b + c) AS n ORDER BY size(a)",
                "WITH ['State', 'Org'] AS kinds MATCH (e) WITH kinds, collect(e) AS es RETURN [k IN kinds | size([e IN es WHERE e.kind = k])] AS x",
                "MATCH (s:State) WITH collect(s)[..10] AS group WHERE all(x IN group WHERE all(y IN group WHERE x.id < y.id OR x = y)) RETURN group",
                "MATCH p = (a)-[*1..4]-(b) WITH nodes(p) AS ns WHERE all(n IN ns WHERE single(m IN ns WHERE m = n)) RETURN ns",
                "MATCH (a)-[r]->() WITH collect(r) AS rs, [x IN range(1, 12) | date({year: 2020, month: x, day: 1})] AS months"
                        + " RETURN [m IN months | size([r IN rs WHERE r.since < m])] AS x",
                "WITH ['a'] AS l WITH l, l[..1] AS m WITH l + m AS k CALL (k) { WITH k AS j RETURN j } RETURN any(a IN $list WHERE any(b IN j WHERE a = b)) AS x",
                "WITH ['a', 'b'] AS l WITH l AS l WITH [x IN l | x] AS l RETURN any(a IN $list WHERE any(b IN l WHERE a = b)) AS x",
                "WITH $list AS l WITH l[..50] AS l, 1 AS i RETURN any(b IN [1] WHERE any(a IN $list WHERE a = b)) AS x",
                "CALL { RETURN ['a'] AS l UNION RETURN ['b', 'c'] AS l } RETURN any(a IN $list WHERE any(b IN l WHERE a = b)) AS x",
                "MATCH (e) WITH labels(e) AS ls, e.aliases AS l RETURN any(a IN $list WHERE any(x IN ls WHERE x = a) OR any(x IN l WHERE x = a)) AS x",
                "MATCH (e) WITH collect(e) AS es RETURN [e IN es WHERE any(a IN e.aliases WHERE toLower(a) CONTAINS 'osh') | e.name] AS x",
                "MATCH (a)-[r]->(b) WITH a, collect(r) AS rs RETURN a.name, [r IN rs WHERE any(s IN r.sources WHERE s STARTS WITH 'un-') | endNode(r).name] AS x",
                "MATCH p = (a)-[rs:SUPPORTS*1..4]->(b) WHERE all(r IN rs WHERE any(s IN r.sources WHERE s STARTS WITH 'un')) RETURN p",
                "MATCH (a)-[r]->(b) WITH collect(DISTINCT r) AS rs RETURN [r IN rs WHERE any(a IN endNode(r).aliases WHERE a = 'osh') OR any(a IN startNode(r).aliases WHERE a = 'osh') | r.id] AS x",
                "MATCH (e) WITH collect(e) AS es WITH es[..5000] AS some WITH [e IN some WHERE e.name > 'a'] AS fs RETURN [f IN fs WHERE any(a IN f.aliases WHERE a = 'osh') | f.id] AS x",
                "MATCH (e) RETURN [f IN collect(e) WHERE any(a IN f.aliases WHERE a = 'osh') | f.id] AS x",
                "MATCH (a)-[r]->(b) WITH collect(r) AS rs WITH [r IN rs | endNode(r)] AS es UNWIND tail(es) AS e RETURN any(a IN $list WHERE any(k IN keys(e) WHERE k = a)) AS x",
                "MATCH (a)-[rs*1..4]->(b) RETURN any(a IN $list WHERE any(r IN rs WHERE r.id = a)) AS x",
                "MATCH shortestPath((a)-[rs*]-(b)) RETURN [r IN rs WHERE any(s IN r.sources WHERE s = 'un')] AS x, any(a IN $list WHERE any(r IN rs WHERE r.id = a)) AS y",
                "MATCH (e) WHERE e.name =~ '(?i).*(osh|base|camp) ?.*' RETURN e",
                "MATCH (e) WHERE e.summary =~ '(?i).*russia.*base.*' RETURN e",
                "MATCH (e) WITH collect(e) AS l RETURN [x IN l WHERE size(l) > 1 AND x.name =~ '(?i).*(osh|base).*'] AS found",
                "MATCH (e) WITH collect(e) AS l RETURN [x IN l WHERE toLower(x.name) CONTAINS 'osh' | x.id] AS found",
                "MATCH (e) WHERE e.name =~ '\\\\d{4}-\\\\d{2}-\\\\d{2}' RETURN e",
                "MATCH (e) WHERE e.name =~ '\\\\p{L}+ \\\\p{L}+' RETURN e",
                "MATCH (e) WHERE e.name =~ '.*(Treaty|Pact).*[0-9]{4}.*' RETURN e",
                "MATCH (e) WHERE e.name =~ '[\\\\p{L}|]+ [a-z]{2,20}' RETURN e",
                "MATCH (e) WHERE e.id =~ '[a-z*+|?]+-\\\\d{4}' RETURN e"
            })
    void passesWhatIsBounded(String text) {
        assertThatCode(() -> check(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN any(a IN range(1, 100000) WHERE any(b IN range(1, 100000) WHERE a * b < 0)) AS x",
                "RETURN [a IN $list | all(b IN $list WHERE a < b)] AS x",
                "RETURN [a IN $list | reduce(s = 0, b IN a | s + size(b))] AS x",
                "RETURN [a IN range(1, 1000) | [b IN range(1, 1000) | [c IN range(1, 1000) | c]]] AS x",
                "RETURN [a IN $list WHERE a IN ($list + [1])] AS x",
                "WITH $list AS l RETURN any(a IN l WHERE -a IN l[1..]) AS x",
                "WITH $list AS l RETURN any(a IN l WHERE -a IN (l[..])) AS x",
                "WITH {l: $list} AS m RETURN any(a IN m.l WHERE -a IN m.l[1..]) AS x",
                "WITH $list AS l, $other AS k RETURN any(a IN l WHERE -a IN l OR a IN k[..200]) AS x",
                "RETURN any(a IN $list WHERE any(l IN [$list, $other] WHERE -a IN l)) AS x",
                "RETURN any(a IN $list WHERE [l IN [$list, $other] WHERE -a IN l.l] = []) AS x",
                "RETURN any(a IN $list WHERE reduce(l = $list, b IN [1, 2] | CASE WHEN a IN l THEN [b] ELSE l END) = []) AS x",
                "RETURN any(a IN $list WHERE reduce(m = {k: 1, j: 1}, x IN [1, 2] | {k: m.j, j: [a]}).k IN $list) AS x",
                "RETURN any(a IN $list WHERE any(x IN [{k: [a]}.k] WHERE x IN $list)) AS x",
                "WITH $list AS l, [1] AS k RETURN any(a IN l WHERE reduce(k = k, b IN [1] | k) IN l) AS x",
                "RETURN any(x IN COLLECT { UNWIND $list AS i UNWIND [[i]] AS k RETURN k } WHERE x IN $list) AS x",
                "WITH {`a'b`: [1]} AS m RETURN any(a IN $list WHERE m['a\\'b'] IN $list) AS x",
                "MATCH (s), (t) RETURN any(a IN $list WHERE allShortestPaths((s)-[*]-(t)) IN $list) AS x",
                "RETURN any(a IN $list WHERE any(m IN [{l: $list}] WHERE a IN m.l)) AS x",
                "RETURN any(a IN $list WHERE [m IN [{l: $list[1..]}] WHERE -a IN m.l] <> []) AS x",
                "WITH collect({l: $list}) AS ms RETURN any(a IN $list WHERE any(m IN ms[..17] WHERE a IN m.l)) AS x",
                "RETURN any(a IN $list WHERE any(m IN [[$list, $other]] WHERE a IN m[0])) AS x",
                "RETURN [a IN $list WHERE any(b IN a.l WHERE a.b = 1 OR b > 1)] + [1] AS x",
                "RETURN any(a IN $list WHERE [a] IN $list) AS x",
                "RETURN any(a IN $list WHERE {a: a} IN $list) AS x",
                "RETURN any(a IN $list WHERE ([x IN [a]]) IN $list) AS x",
                "RETURN any(a IN $list WHERE split(a, 'b') IN $list) AS x",
                "RETURN any(a IN $list WHERE CASE WHEN a > 0 THEN [a] END IN $list) AS x",
                "RETURN any(a IN $list WHERE reduce(l = [], b IN [1, 2] | [l])[0] IN $list) AS x",
                "RETURN any(a IN [x IN $list | [x]] WHERE a IN $list) AS x",
                "RETURN any(a IN [x IN $list | {l: [x]}] WHERE a.l IN $list) AS x",
                "RETURN any(a IN [x IN $list | [[x]]] WHERE a[0] IN $list) AS x",
                "MATCH (e) RETURN any(a IN $list WHERE e.aliases IN $list) AS x",
                "MATCH (e) RETURN any(a IN $list WHERE e['ali' + 'ases'] IN $list) AS x",
                "MATCH (e) RETURN any(a IN $list WHERE properties(e) IN $list OR e {.*} IN $list) AS x",
                "MATCH (e) WITH e {m: e {.aliases}} AS m, e.aliases AS k RETURN any(a IN $list WHERE k IN $list) AS x",
                "MATCH p = ()-[r*..3]->() RETURN any(a IN $list WHERE r IN $list) AS x",
                "MATCH p = ((n)-->()){1,3} RETURN any(a IN $list WHERE n IN $list) AS x",
                "MATCH p = ()-->{1,3}() RETURN any(a IN $list WHERE nodes(p) IN $list) AS x",
                "UNWIND [[1]] AS k WITH k AS l RETURN any(a IN $list WHERE l IN $list) AS x",
                "RETURN any(a IN $list WHERE COLLECT { RETURN a } IN $list) AS x",
                "RETURN any(a IN $list WHERE [(n)--() | n] IN $list) AS x",
                "RETURN any(a IN $list WHERE $other IN $list) AS x",
                "RETURN any(a IN $list WHERE a IN $m.a OR a IN $other[..1000]) AS x",
                "WITH [$list, $other] AS m RETURN any(a IN $list WHERE -a IN m[a % 2]) AS x",
                "WITH {a: $list} AS m RETURN any(a IN $list WHERE a IN m[a]) AS x",
                "MATCH (e) RETURN any(a IN $list WHERE any(b IN a.aliases[..100] WHERE b IN e.aliases)) AS x",
                "WITH $map AS m RETURN any(a IN $list WHERE any(k IN keys(m) WHERE k = '')) AS x",
                "RETURN any(a IN $list WHERE any(k IN keys($map) WHERE k = '')) AS x",
                "UNWIND $maps AS m RETURN any(a IN $list WHERE '' IN keys(m)) AS x",
                "MATCH p = (a)-[*500]-(b) RETURN any(a IN $list WHERE any(n IN nodes(p) WHERE n.id = a)) AS x",
                "MATCH p = (a)-[*]-(b) RETURN any(a IN $list WHERE a IN relationships(p)) AS x",
                "MATCH p = (a)-[*2..]-(b) WITH collect(p) AS ps RETURN any(a IN $list WHERE any(n IN nodes(ps[0]) WHERE n.id = a)) AS x",
                "MATCH p = (a)--+(b) RETURN any(a IN $list WHERE any(n IN nodes(p) WHERE n.id = a)) AS x",
                "MATCH p = ((a)-[*60]-(b)){2} RETURN any(a IN $list WHERE any(n IN nodes(p) WHERE n.id = a)) AS x",
                "MATCH p = ANY SHORTEST (a)-->{1,}(b) RETURN any(a IN $list WHERE any(n IN nodes(p) WHERE n.id = a)) AS x",
                "RETURN [p = (a)-[*]-(b) | any(a IN $list WHERE any(n IN nodes(p) WHERE n.id = a))] AS x",
                "MATCH p = (a)-[*]-(b) RETURN any(a IN $list WHERE any(i IN range(0, length(p)) WHERE i = a)) AS x",
                "RETURN [a IN $list | toStringList($list)] AS x",
                "WITH {l: $list} AS m RETURN any(a IN m.l WHERE any(b IN m.l WHERE a = b)) AS x",
                "WITH $m AS n RETURN any(a IN $list WHERE any(b IN n.l WHERE a = b)) AS x",
                "RETURN [a IN $list | COUNT { WITH 1 AS x WHERE any(b IN $list WHERE any(c IN $list WHERE b = c)) RETURN x }]"
                        + " AS x",
                "WITH ['a'] AS l WITH $list AS l RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "WITH $list AS l WITH l AS k, ['a'] AS l RETURN any(a IN k WHERE any(b IN k WHERE a = b)) AS x",
                "WITH ['a'] AS l, $list AS k WITH k AS l RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "WITH ['a'] AS l CALL { RETURN $list AS k UNION RETURN [1] AS k } WITH k AS l RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "CALL { RETURN ['a'] AS l UNION RETURN $list AS l } RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "CALL { WITH ['a'] AS l RETURN l AS k } CALL { WITH $list AS l RETURN l } RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "WITH ['a'] AS l RETURN COUNT { WITH $list AS l WHERE any(a IN l WHERE any(b IN l WHERE a = b)) RETURN l } AS x",
                "WITH ['a'] AS l RETURN [l IN [$list] | any(a IN l WHERE any(b IN l WHERE a = b))] AS x",
                "WITH ['a'] AS l RETURN any(l IN [$list] WHERE any(a IN l WHERE any(b IN l WHERE a = b))) AS x",
                "WITH ['a'] AS l RETURN reduce(l = [], x IN [$list, $list] | [a IN x WHERE any(b IN l WHERE a = b)]) AS x",
                "WITH ['a'] AS l RETURN reduce(s = 0, l IN [$list] | s + size([a IN l WHERE any(b IN l WHERE a = b)])) AS x",
                "WITH ['a'] AS l UNWIND [$list] AS l RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "WITH ['a'] AS `l` UNWIND [$list] AS k WITH k AS l RETURN any(a IN `l` WHERE any(b IN l WHERE a = b)) AS x",
                "WITH ['a'] AS \u00e9 WITH $list AS `\\u00e9` RETURN any(a IN \u00e9 WHERE any(b IN \u00e9 WHERE a = b)) AS x",
                "WITH ['a'] AS l WITH {l: l, k: $list} AS m WITH m.k AS l RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "WITH ['a'] AS l WITH [l, $list] AS m WITH m[1] AS l RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "WITH [$list] AS l WITH head(l) AS l RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "WITH ['a'] AS l WITH CASE WHEN true THEN $list ELSE l END AS l RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "WITH ['a'] AS l WITH coalesce($list, l) AS l RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "WITH [1] AS l, [1] AS k WITH $list AS l, l AS k WITH l AS k, k AS l WITH k RETURN any(a IN k WHERE any(b IN k WHERE a = b)) AS x",
                "WITH [1] AS l UNWIND $list AS x WITH collect(x) AS l RETURN any(a IN l WHERE any(b IN l WHERE a = b)) AS x",
                "WITH [1] AS l CALL db.labels() YIELD label AS l RETURN any(a IN $list WHERE any(b IN l WHERE a = b)) AS x",
                "CALL db.labels() YIELD label WITH label, [1] AS l RETURN any(a IN $list WHERE any(b IN label WHERE a = b)) AS x",
                "WITH [1] AS r MATCH ((a)-[r]->(b)){1,5000} RETURN any(a IN $list WHERE any(b IN r WHERE a = b)) AS x",
                "WITH [1] AS r MATCH (a)-[r*]->(b) RETURN any(a IN $list WHERE any(b IN r WHERE a = b)) AS x",
                "MATCH p = (a)-[*]-(b) WITH nodes(p) AS ns RETURN any(a IN $list WHERE any(n IN ns WHERE n.id = a)) AS x",
                "WITH range(1, 1000) AS l WITH [x IN l | x] AS m RETURN any(a IN $list WHERE any(n IN m WHERE n = a)) AS x",
                "WITH $list AS l WITH range(0, size(l)) AS k RETURN any(a IN k WHERE any(n IN k WHERE n = a)) AS x",
                "WITH ['a'] AS l RETURN any(a IN $list WHERE any(b IN l[0] WHERE a = b)) AS x",
                "MATCH (e) WITH collect([e.id, e.name]) AS l RETURN any(a IN l WHERE any(b IN a WHERE b = 1)) AS x",
                "WITH {l: $list} AS m WITH collect(m) AS ms RETURN any(m IN ms WHERE any(b IN m.l WHERE b = 1)) AS x",
                "WITH {l: $list} AS e WITH collect(e) AS es RETURN COUNT { MATCH (e) RETURN e } + size([m IN es WHERE any(b IN m.l WHERE b = 1)]) AS x",
                "MATCH (e) WITH collect(e) AS es CALL { WITH {l: $list} AS e RETURN collect(e) AS fs } RETURN any(m IN fs WHERE any(b IN m.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(e) AS es CALL { WITH {l: $list} AS m RETURN collect(m) AS es UNION MATCH (n) RETURN collect(n) AS es } RETURN any(m IN es WHERE any(b IN m.l WHERE b = 1)) AS x",
                "CALL { MATCH (e) RETURN e UNION WITH {l: $list} AS m RETURN m AS e } WITH collect(e) AS es RETURN any(m IN es WHERE any(b IN m.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(e) AS es WITH es + [{l: $list}] AS es RETURN any(m IN es WHERE any(b IN m.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(e {.*, l: $list}) AS es RETURN any(m IN es WHERE any(b IN m.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect({e: e, l: $list}) AS es RETURN any(m IN es WHERE any(b IN m.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(properties(e)) AS es RETURN any(m IN es WHERE any(b IN m.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(e) AS es RETURN any(m IN [e IN es | {l: $list}] WHERE any(b IN m.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(e) AS es WITH [e IN es | e {.*, l: $list}] AS fs RETURN any(m IN fs WHERE any(b IN m.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(e) AS es WITH {l: $list} AS m, es RETURN any(es IN [[m]] WHERE any(e IN es WHERE any(b IN e.l WHERE any(c IN e.l WHERE b = c)))) AS x",
                "MATCH (e) WITH collect(e) AS es RETURN reduce(es = [{l: $list}], i IN $list | [e IN es WHERE any(b IN e.l WHERE b = 1)]) AS x",
                "MATCH (e) WITH collect(e) AS es RETURN reduce(s = {l: $list}, e IN es | CASE WHEN any(b IN s.l WHERE b = 1) THEN s END) AS x",
                "MATCH (e) WITH collect(e) AS es, $maps AS ms UNWIND ms AS e WITH e RETURN any(a IN $list WHERE any(b IN e.l WHERE b = a)) AS x",
                "MATCH (e) WITH collect(e) AS es WITH es, $maps AS es2 WITH es2 AS es RETURN any(e IN es WHERE any(b IN e.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(e) AS es WITH CASE WHEN size(es) > 1 THEN $maps ELSE es END AS es RETURN any(e IN es WHERE any(b IN e.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(e) AS es WITH coalesce($maps, es) AS es RETURN any(e IN es WHERE any(b IN e.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(e) AS es WITH [es, $maps] AS ls WITH ls[1] AS es RETURN any(e IN es WHERE any(b IN e.l WHERE b = 1)) AS x",
                "MATCH (e) WITH collect(e) AS `e\\u0073` WITH collect($maps) AS es, `e\\u0073` AS f RETURN any(e IN es WHERE any(b IN e.l WHERE b = 1)) AS x",
                "MATCH (\u00e9) WITH {l: $list} AS `\\u00e9` WITH collect(\u00e9) AS es RETURN any(e IN es WHERE any(b IN e.l WHERE b = 1)) AS x",
                "WITH [{l: $list}] AS rs MATCH (a)-[rs*1..4]->(b) RETURN any(a IN $list WHERE any(r IN rs WHERE any(s IN r.l WHERE s = a))) AS x",
                "WITH $list AS rs MATCH (a)-[rs*1..4]->(b) RETURN any(a IN rs WHERE any(b IN rs WHERE a = b)) AS x",
                "MATCH (a)-[rs*]->(b) RETURN any(a IN $list WHERE any(r IN rs WHERE r.id = a)) AS x",
                "MATCH (a)-[rs*2..]->(b) RETURN any(a IN $list WHERE any(r IN rs WHERE r.id = a)) AS x",
                "MATCH (a)-[rs*500]->(b) RETURN any(a IN $list WHERE any(r IN rs WHERE r.id = a)) AS x",
                "MATCH (a)-[rs*1..4]->(b) MATCH (c)-[rs*]->(d) RETURN any(a IN $list WHERE any(r IN rs WHERE r.id = a)) AS x",
                "MATCH ((a)-[rs]->(b)){1,5000} RETURN any(a IN $list WHERE any(r IN rs WHERE r.id = a)) AS x",
                "MATCH ((a)-[rs]->(b)){1,50} RETURN any(a IN $list WHERE any(r IN rs WHERE any(s IN r.sources WHERE s = a))) AS x",
                "MATCH shortestPath((a)-[rs*]-(b)) WHERE EXISTS { (a)-[rs*]-(b) } RETURN any(a IN $list WHERE any(r IN rs WHERE r.id = a)) AS x",
                "MATCH (a)-[rs*1..4]->(b) WITH collect(rs) AS l RETURN any(rs IN l WHERE any(r IN rs WHERE any(s IN r.sources WHERE any(t IN $list WHERE s = t)))) AS x",
                "MATCH (e) WITH collect(e) AS es RETURN any(a IN es WHERE any(b IN es WHERE a.id < b.id)) AS x",
                "MATCH (e) WITH collect(e) AS es RETURN any(e IN es WHERE any(a IN e.aliases WHERE any(b IN e.aliases WHERE a < b))) AS x",
                "MATCH (e) WITH collect(e) AS es RETURN any(e IN es WHERE any(a IN e['l'] WHERE a = 1)) AS x",
                "MATCH (e) WITH collect(e) AS es RETURN any(e IN es WHERE any(a IN startNode($r).l + $list WHERE a = 1)) AS x",
                "RETURN 1 AS x ORDER BY any(a IN $list WHERE any(b IN $list WHERE a = b))"
            })
    void refusesListsWithinLists(String text) {
        assertRefused(text, "use UNWIND");
        assertRefused(text, "one list within another");
    }

    @Test
    void refusesAListThatIsMadeOfItselfWithinAnother() {
        String walk = " RETURN any(a IN $list WHERE any(b IN l WHERE a = b)) AS x";
        assertThatCode(() -> check("WITH [1, 2] AS l" + walk)).doesNotThrowAnyException();
        assertRefused("WITH [1, 2] AS l" + " WITH l + l AS l".repeat(10) + walk, "one list within another");
        assertRefused("WITH [1, 2] AS l" + " WITH l + [1] AS l".repeat(200) + walk, "one list within another");
        assertRefused("WITH [1, 2] AS l" + " WITH l + l AS k WITH k AS l".repeat(10) + walk, "one list within another");
    }

    @Test
    void isQuickWithNamesThatAreHandedOnBackwards() {
        String names = IntStream.range(0, 4000)
                .mapToObj(name -> "a%d AS a%d".formatted(name + 1, name))
                .collect(Collectors.joining(", "));
        Instant start = Instant.now();

        assertRefused(
                "WITH " + names + ", $list AS a4000 RETURN any(a IN a0 WHERE any(b IN a0 WHERE a = b)) AS x", "use");

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void refusesToLookIntoMoreListsThanTheDatabaseRemembers() {
        assertThatCode(() -> check(lookingInto(16))).doesNotThrowAnyException();
        assertRefused(lookingInto(17), "one list within another");
    }

    private static String lookingInto(int lists) {
        return IntStream.rangeClosed(1, lists)
                .mapToObj("-a IN $l%d"::formatted)
                .collect(Collectors.joining(" OR ", "RETURN any(a IN $list WHERE ", ") AS x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN any(a IN range(1, 1000000000) WHERE a < 0) AS x",
                "RETURN any(a IN RANGE (1, $n) WHERE a < 0) AS x",
                "WITH range(0, 9e18) AS l RETURN any(a IN l WHERE a < 0) AS x",
                "RETURN any(a IN `range`(-0x7fffffffffff, 0) WHERE a > 0) AS x",
                "UNWIND [range(1, $n)] AS l RETURN any(a IN l WHERE a < 0) AS x"
            })
    void refusesRangesThatAreNoRows(String text) {
        assertRefused(text, "use UNWIND range(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN size(reduce(s = 'x', a IN [1, 2, 3] | s + s)) AS x",
                "RETURN size(reduce(s = 'x', a IN [1, 2, 3] | s || CASE WHEN true THEN s END)) AS x",
                "RETURN size(reduce(s = 'x', a IN [1, 2, 3] | replace(s, 'x', 'xx'))) AS x",
                "RETURN size(reduce(s = [1], a IN [1, 2, 3] | [s, s])) AS x",
                "RETURN size(reduce(s = [1], a IN [1, 2, 3] | [x IN s | s])) AS x",
                "RETURN size(reduce(s = 'x', a IN [1, 2] | reduce(t = s, b IN [1, 2] | t + s))) AS x",
                "RETURN size(reduce(s = '', a IN $list | s + a)) AS x",
                "RETURN size(reduce(s = '', a IN $list | s + 1)) AS x",
                "RETURN size(reduce(s = 0, a IN $list | s + a)) AS x",
                "RETURN size(reduce(s = [], a IN range(1, 10000) | s + a)) AS x",
                "RETURN size(reduce(s = [], a IN $list | [s])) AS x"
            })
    void refusesWhatAReduceMakesGrow(String text) {
        assertRefused(text, "a reduce");
    }

    @Test
    void refusesWhatGrowsAlongTheStatement() {
        assertRefused("WITH 'x' AS a" + " WITH a + a AS a".repeat(30) + " RETURN size(a) AS x", "too long");
        assertRefused("WITH [1] AS a" + " WITH a || a AS a".repeat(30) + " RETURN size(a) AS x", "too long");
        assertRefused("WITH [1] AS a" + " UNWIND [a + a] AS a".repeat(30) + " RETURN size(a) AS x", "too long");
        assertRefused("RETURN size(replace($a, 'x', $a)) AS x", "too long");
        assertRefused(
                "RETURN size(`replace`(replace($a, 'x', 'aaaaaaaaaaaaaaaa'), 'a', 'aaaaaaaaaaaaaaaa')) AS x",
                "too long");
        assertRefused("RETURN [x IN range(1, 1000000) | toUpper($a)] AS x", "too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN [x IN l | l] AS m",
                "WITH [x IN l | l + [x]] AS m RETURN size(m)",
                "RETURN [x IN range(1, 100) | l] AS m",
                "RETURN [x IN l | {all: l}] AS m",
                "WITH {l: l} AS m RETURN [x IN l | m.l] AS n",
                "WITH {l: l} AS m RETURN [x IN m.l | m['l']] AS n",
                "UNWIND [l] AS k RETURN [x IN k | k[0..]] AS m",
                "RETURN [x IN l | CASE WHEN x > 0 THEN l ELSE [] END] AS m",
                "RETURN [x IN l | coalesce(tail(l), [])] AS m",
                "RETURN [x IN l | head([l])] AS m",
                "RETURN [x IN l | [l IN [l] | l]] AS m",
                "WITH l, collect(l) AS k RETURN [x IN l | k[0]] AS m",
                "WITH l, [[l]] AS k RETURN [x IN l | k[0][0]] AS m",
                "WITH l AS k, [x IN l | x + 1] AS l RETURN [x IN k | l] AS m",
                "CALL (l) { RETURN l AS k } RETURN [x IN k | k] AS m",
                "RETURN [x IN l[..100] | [y IN l | y]] AS m",
                "RETURN [x IN l | COLLECT { UNWIND range(1, 20000) AS y RETURN y }] AS m",
                "RETURN [x IN l | [()--(n) | n]] AS m",
                "RETURN l, l AS b, l AS c, l AS d, l AS e, l AS f, l AS g, l AS h, l AS i, l AS j",
                "RETURN [l, l, l, l, l, l, l, l, l, l] AS m",
                "WITH l + l AS l WITH l + l AS l WITH l + l AS l WITH l + l AS l WITH l + l AS l RETURN size(l) AS n",
                "WITH l, range(1, 100000) AS r UNWIND l AS x RETURN collect(r) AS m",
                "UNWIND l AS x RETURN collect([range(1, 100000)][0]) AS m",
                "RETURN [x IN l | range(1, 1000)] AS m",
                "RETURN COLLECT { UNWIND l AS x RETURN range(1, 100000) } AS m",
                "RETURN [()--() | range(1, 100000)] AS m",
                "RETURN size(reduce(s = l, x IN range(1, 1000) | s + l)) AS n",
                "RETURN size(reduce(s = '', x IN range(1, 1000) | s + l)) AS n",
                "RETURN size([i IN range(1, 999999 + size(l[..1])) | toUpper('" + LONG + "')]) AS n",
                "RETURN size([i IN range(-999999, size(l[..1])) | toUpper('" + LONG + "')]) AS n",
                "WITH range(1, 999999 + size(l[..1])) AS r RETURN size([i IN r | toUpper('" + LONG + "')]) AS n",
                "RETURN size([i IN range(0, size(l[..999000]) - 1) | '" + LONG + "' + i]) AS n"
            })
    void refusesToRepeatWhatWasCollected(String text) {
        String collected = "UNWIND range(1, 20000) AS i WITH collect(i) AS l ";
        assertThatThrownBy(() -> check(collected + text)).isInstanceOf(GraphException.Refused.class);
        String counted = "UNWIND [1] AS i WITH COLLECT { MATCH (n) RETURN n.id } AS l ";
        assertThatThrownBy(() -> check(counted + text)).isInstanceOf(GraphException.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a|aa)+b",
                "(.*a){20}b",
                ".*a.*a.*a",
                "x*x*x*y",
                "(a*)\\\\1",
                "a?a?a?a?a?a?a?a?aaaaaaaa",
                "(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)",
                "\\\\Q[\\\\E(a|aa)+",
                "(?x)#[\n(a|aa)+",
                "((a){2})*",
                "(a|aa){9}b",
                "(a{1,9}){9}b",
                "a{1,}a{1,}a{1,}b",
                "a{1000}a{0,1000}a{1,100}b",
                "a*{9}a*b",
                "a{9}{9}{9}{9}b",
                "a{1,9}a{1,9}a{1,9}a{1,9}a{1,9}a{1,9}a{1,9}b",
                "\\\\p{L}+\\\\p{L}+\\\\p{L}+1",
                "\\\\p{L}{1,}\\\\pL+\\\\P{L}*1",
                "(\\\\p{L}+)+",
                "[]{9}a*a*a*]",
                "[[a]{9}a*a*a*]",
                "\\\\R\\\\R\\\\R\\\\R\\\\R\\\\Rb",
                "[\\\\]](a+)+"
            })
    void refusesRegularExpressionsThatTryForEver(String pattern) {
        assertRefused("MATCH (n) WHERE n.name =~ '" + pattern + "' RETURN n", "a regular expression");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN any(a IN range(1, 1000000) WHERE toUpper($t) = 'x') AS x",
                "RETURN any(a IN range(1, 1000000) WHERE $t = $u) AS x",
                "RETURN any(a IN range(1, 1000000) WHERE $t STARTS WITH $u) AS x",
                "RETURN any(a IN range(1, 1000000) WHERE $l IS :: LIST<STRING>) AS x",
                "RETURN $t CONTAINS $u AS x",
                "RETURN $t =~ 'x*x*y' AS x",
                "UNWIND $l AS t RETURN t =~ 'x*x*y' AS x",
                "MATCH (e) WHERE e.name =~ '.{0,99}.{0,99}.{0,99}.{0,99}y' RETURN e",
                "RETURN substring($t, 6) =~ 'x*x*y' AS x"
            })
    void refusesToGoThroughLongTextsTooOften(String text) {
        assertRefused(text, "too often");
    }

    @Test
    void countsEachAlternativeOfARegularExpression() {
        String some = "MATCH (e) WHERE e.name =~ '.*.*(?:b%s)' RETURN e";
        assertThatCode(() -> check(some.formatted("|b".repeat(100)))).doesNotThrowAnyException();
        assertRefused(some.formatted("|b".repeat(30_000)), "too often");
    }

    @Test
    void refusesARegularExpressionThatIsNotWrittenOut() {
        assertRefused("MATCH (n) WHERE n.name =~ $pattern RETURN n", "is computed");
        assertRefused("MATCH (n) WHERE n.name =~ ('.*' + $text) RETURN n", "is computed");
    }

    @Test
    void isQuickWithCallsThatAreNestedDeeply() {
        Instant start = Instant.now();
        String pieces = "split(".repeat(30) + "'a'" + ", 'b')[0]".repeat(30);
        String places = "size(range(0, ".repeat(14) + "size(l)" + "))".repeat(14);

        check("RETURN " + pieces + " AS x");
        check("MATCH (e) WITH collect(e) AS l RETURN " + places + " AS x");

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void isQuickWithWhatIsNestedDeeply() {
        Instant start = Instant.now();
        String text = "RETURN " + "CASE WHEN true THEN ".repeat(20) + "reduce(s = 0, a IN [1] | s)" + " END".repeat(20)
                + " AS x";

        check(text);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void forgetsWhatWasLearntOfTheGrammarWhenThatIsMuch() {
        for (Hostile hostile : Hostile.all()) {
            try {
                CypherParser.parse(hostile.statement());
            } catch (GraphException.Refused tooDeep) {
                // Nor does that leave anything behind.
            }
        }
        CypherParser.parse("RETURN 1 AS x");

        assertThat(GrammarMemory.size()).isPositive().isLessThanOrEqualTo(GrammarMemory.MOST_STATES);
    }

    @Test
    void tellsATextThatIsLookedForFromAList() {
        String text =
                "MATCH ()-[r]->() WITH collect({sources: r.sources}) AS l RETURN [m IN l WHERE $source IN m.sources] AS x";

        assertThatCode(() -> check(text, ParameterSize.of(Map.of("source", "osh-article#12"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(text, ParameterSize.of(Map.of("source", List.of("osh-article#12")))))
                .isInstanceOf(GraphException.Refused.class);
    }

    @Test
    void measuresWhatAReduceKeepsAndElementsInLoopsWithinLoops() {
        String kept = "RETURN size(reduce(s = $t, i IN [1] | CASE WHEN s =~ 'x*x*y' THEN s ELSE '' END)) AS x";
        String inner = "RETURN any(t IN $l[..10000] WHERE any(i IN range(1, 10000) WHERE t =~ 'x*x*y')) AS x";
        String converted = "RETURN any(i IN range(1, 1000) WHERE toIntegerList(['0.' + $t])[0] = i) AS x";
        ParameterSize parameters =
                ParameterSize.of(Map.of("t", "x".repeat(100_000), "l", List.of("a", "x".repeat(70_000))));

        for (String text : List.of(kept, inner, converted)) {
            assertThatThrownBy(() -> check(text, parameters))
                    .isInstanceOf(GraphException.Refused.class)
                    .hasMessageContaining("too often");
        }
    }

    @Test
    void isQuickWithReducesWithinReduces() {
        StringBuilder text = new StringBuilder("RETURN reduce(a0 = [1], x IN [1] | ");
        for (int depth = 1; depth <= 30; depth++) {
            text.append("reduce(a%d = [a%d, a%d], x IN [1] | ".formatted(depth, depth - 1, depth - 1));
        }
        text.append("1").append(")".repeat(31)).append(" AS x");
        Instant begin = Instant.now();

        assertThatCode(() -> check(text.toString()))
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isNull(),
                        failure -> assertThat(failure).isInstanceOf(GraphException.Refused.class));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void takesAnyElementOfAListForTheLongest() {
        String text = "RETURN any(t IN $l WHERE t =~ 'x*x*y') AS x";

        assertThatCode(() -> check(text, ParameterSize.of(Map.of("l", Collections.nCopies(10_000, "a name")))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(text, ParameterSize.of(Map.of("l", List.of("a", "x".repeat(200_000))))))
                .isInstanceOf(GraphException.Refused.class)
                .hasMessageContaining("too often");
    }

    private static void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> check(text))
                .isInstanceOf(GraphException.Refused.class)
                .hasMessageContaining(reason);
    }

    private static void check(String text) {
        check(text, new ParameterSize(100_000, 100_000, Map.of("list", 1, "other", 1)));
    }

    private static void check(String text, ParameterSize parameters) {
        StatementShape.check(Objects.requireNonNull(CypherParser.parse(text), "no Cypher: " + text), parameters);
    }
}
