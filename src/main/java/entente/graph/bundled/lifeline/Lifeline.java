package entente.graph.bundled.lifeline;

final class Lifeline {}
