package entente.web;

import entente.explore.Between;
import entente.explore.EntitySearch;
import entente.explore.Paths;
import entente.explore.Subgraphs;
import entente.graph.Guard;
import entente.graph.Limits;
import entente.query.QueryRunner;
import entente.query.StatementParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every limit that a client can meet, with its unit in its name. A new limit gets its line here. */
final class LimitsInForce {
    private LimitsInForce() {}

    static Map<String, Object> of(Limits limits, int requestsPerMinute) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("timeoutSeconds", limits.timeout().toMillis() / 1_000.0);
        all.put("rows", limits.rows());
        all.put("rowsUnlessAsked", QueryRoutes.DEFAULT_LIMIT);
        all.put("bytes", limits.bytes());
        all.put("concurrentReads", limits.concurrency());
        all.put("concurrentStatements", limits.strangers());
        all.put("statementCharacters", Guard.LONGEST);
        all.put("parameterDepth", StatementParameters.DEEPEST);
        all.put("parameterValues", QueryRunner.MOST_VALUES);
        all.put("searchEntities", EntitySearch.MOST);
        all.put("searchEntitiesUnlessAsked", SearchRoutes.DEFAULT_ENTITIES);
        all.put("subgraphHops", Subgraphs.MOST_HOPS);
        all.put("subgraphRelationships", Subgraphs.MOST_RELATIONSHIPS);
        all.put("subgraphRelationshipsUnlessAsked", Subgraphs.DEFAULT_RELATIONSHIPS);
        all.put("betweenEntities", Between.MOST_ENTITIES);
        all.put("betweenRelationships", Between.MOST_RELATIONSHIPS);
        all.put("betweenRelationshipsUnlessAsked", Between.DEFAULT_RELATIONSHIPS);
        all.put("pathHops", Paths.MOST_HOPS);
        all.put("pathHopsUnlessAsked", Paths.DEFAULT_HOPS);
        all.put("paths", Paths.MOST_ROUTES);
        all.put("pathsUnlessAsked", Paths.DEFAULT_ROUTES);
        all.put("pathRelationships", Paths.MOST_RELATIONSHIPS);
        all.put("compareRelationships", limits.rows());
        all.put("compareRelationshipsUnlessAsked", SearchRoutes.DEFAULT_RELATIONSHIPS);
        all.put("dossierSources", limits.rows());
        all.put("dossierSourcesUnlessAsked", OriginRoutes.DEFAULT_SOURCES);
        all.put("sourceCitations", limits.rows());
        all.put("sourceCitationsUnlessAsked", OriginRoutes.DEFAULT_CITATIONS);
        all.put("requestHeaderBytes", HttpSettings.HEADER_BYTES);
        all.put("requestBodyBytes", HttpSettings.BODY_BYTES);
        if (requestsPerMinute > 0) {
            all.put("requestsPerMinute", requestsPerMinute);
        }
        return all;
    }
}
