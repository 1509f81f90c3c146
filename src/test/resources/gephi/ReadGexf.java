import java.io.File;
import java.util.Arrays;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.TimeFormat;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Reads a file as Gephi does, and prints each node and each edge with all that it says. Needs nothing but Gephi's toolkit. */
class ReadGexf {
    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(arguments[0]));
        // What Gephi's window of the import calls "Don't merge"
        container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
        importer.process(container, new DefaultProcessor(), workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        System.out.println("time " + model.getConfiguration().getTimeRepresentation() + " " + model.getTimeFormat());
        for (Node node : model.getGraph().getNodes()) {
            System.out.println("node " + node.getId() + " " + node.getLabel());
        }
        for (Edge edge : model.getGraph().getEdges()) {
            System.out.println("edge " + edge.getSource().getId() + " " + edge.getTypeLabel() + " "
                    + edge.getTarget().getId() + says(model, edge));
        }
    }

    private static String says(GraphModel model, Edge edge) {
        StringBuilder says = new StringBuilder();
        for (Column column : model.getEdgeTable()) {
            Object value = edge.getAttribute(column);
            if (value != null) {
                says.append("; ").append(column.getTitle()).append('=').append(text(value));
            }
        }
        return says.toString();
    }

    private static String text(Object value) {
        if (value instanceof IntervalSet) {
            return ((IntervalSet) value).toString(TimeFormat.DATE);
        }
        return value instanceof Object[] ? Arrays.toString((Object[]) value) : value.toString();
    }
}
