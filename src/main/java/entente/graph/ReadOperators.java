package entente.graph;

import java.util.Set;

/**
 * The operators of a plan that do no more than read the graph, by the names that Neo4j gives them in its manual's
 * chapter on execution plans. What is not listed is refused: {@code LoadCSV}, {@code TransactionApply}, all that begins
 * with {@code Show} or {@code Terminate}, and what a later version may add.
 */
final class ReadOperators {
    static final Set<String> ALLOWED = Set.of(
            // where rows come from
            "AllNodesScan",
            "Argument",
            "DirectedAllRelationshipsScan",
            "DirectedRelationshipByElementIdSeek",
            "DirectedRelationshipByIdSeek",
            "DirectedRelationshipIndexContainsScan",
            "DirectedRelationshipIndexEndsWithScan",
            "DirectedRelationshipIndexScan",
            "DirectedRelationshipIndexSeek",
            "DirectedRelationshipIndexSeekByRange",
            "DirectedRelationshipTypeScan",
            "DirectedRelationshipUniqueIndexSeek",
            "DirectedUnionRelationshipTypesScan",
            "EmptyRow",
            "IntersectionNodeByLabelsScan",
            "MultiNodeIndexSeek",
            "NodeByElementIdSeek",
            "NodeByIdSeek",
            "NodeByLabelScan",
            "NodeCountFromCountStore",
            "NodeIndexContainsScan",
            "NodeIndexEndsWithScan",
            "NodeIndexScan",
            "NodeIndexSeek",
            "NodeIndexSeekByRange",
            "NodeUniqueIndexSeek",
            "NodeUniqueIndexSeekByRange",
            "ProcedureCall",
            "RelationshipCountFromCountStore",
            "SubtractionNodeByLabelsScan",
            "UndirectedAllRelationshipsScan",
            "UndirectedRelationshipByElementIdSeek",
            "UndirectedRelationshipByIdSeek",
            "UndirectedRelationshipIndexContainsScan",
            "UndirectedRelationshipIndexEndsWithScan",
            "UndirectedRelationshipIndexScan",
            "UndirectedRelationshipIndexSeek",
            "UndirectedRelationshipIndexSeekByRange",
            "UndirectedRelationshipTypeScan",
            "UndirectedRelationshipUniqueIndexSeek",
            "UndirectedUnionRelationshipTypesScan",
            "UnionNodeByLabelsScan",
            "Unwind",
            // how they go on
            "AllShortestPaths",
            "Expand(All)",
            "Expand(Into)",
            "OptionalExpand(All)",
            "OptionalExpand(Into)",
            "ProjectEndpoints",
            "PathPropagatingBFS",
            "Repeat(Trail)",
            "ShortestPath",
            "StatefulShortestPath",
            "StatefulShortestPath(All)",
            "StatefulShortestPath(Into)",
            "VarLengthExpand(All)",
            "VarLengthExpand(Into)",
            "VarLengthExpand(Pruning)",
            "VarLengthExpand(Pruning,BFS)",
            "VarLengthExpand(Pruning,BFS,All)",
            "VarLengthExpand(Pruning,BFS,Into)",
            // how they meet
            "AntiSemiApply",
            "Apply",
            "AssertSameNode",
            "AssertSameRelationship",
            "CartesianProduct",
            "LetAntiSemiApply",
            "LetSelectOrAntiSemiApply",
            "LetSelectOrSemiApply",
            "LetSemiApply",
            "NodeHashJoin",
            "NodeLeftOuterHashJoin",
            "NodeRightOuterHashJoin",
            "OrderedUnion",
            "RollUpApply",
            "SelectOrAntiSemiApply",
            "SelectOrSemiApply",
            "SemiApply",
            "TriadicBuild",
            "TriadicFilter",
            "TriadicSelection",
            "Union",
            "ValueHashJoin",
            // what becomes of them
            "CacheProperties",
            "Distinct",
            "Eager",
            "EagerAggregation",
            "ExhaustiveLimit",
            "Filter",
            "Limit",
            "Optional",
            "OrderedAggregation",
            "OrderedDistinct",
            "PartialSort",
            "PartialTop",
            "ProduceResults",
            "Projection",
            "Skip",
            "Sort",
            "Top",
            "Top1WithTies");

    /** An order that the plan takes from an index shows in none of these; saved queries sort by what no index holds. */
    static final Set<String> ORDERING = Set.of("Sort", "PartialSort", "Top", "PartialTop", "Top1WithTies");

    static final Set<String> ALLOWED_PROCEDURES = Set.of(
            "db.index.fulltext.queryNodes",
            "db.index.fulltext.queryRelationships",
            "db.labels",
            "db.propertyKeys",
            "db.relationshipTypes");

    private ReadOperators() {}
}
