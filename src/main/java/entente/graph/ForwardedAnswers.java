package entente.graph;

import java.util.List;
import org.neo4j.bolt.connection.ResponseHandler;
import org.neo4j.bolt.connection.summary.BeginSummary;
import org.neo4j.bolt.connection.summary.CommitSummary;
import org.neo4j.bolt.connection.summary.DiscardSummary;
import org.neo4j.bolt.connection.summary.LogoffSummary;
import org.neo4j.bolt.connection.summary.LogonSummary;
import org.neo4j.bolt.connection.summary.PullSummary;
import org.neo4j.bolt.connection.summary.ResetSummary;
import org.neo4j.bolt.connection.summary.RollbackSummary;
import org.neo4j.bolt.connection.summary.RouteSummary;
import org.neo4j.bolt.connection.summary.RunSummary;
import org.neo4j.bolt.connection.summary.TelemetrySummary;
import org.neo4j.bolt.connection.values.Value;

/** Hands on to the driver what the server answers. */
class ForwardedAnswers implements ResponseHandler {
    private final ResponseHandler driver;

    ForwardedAnswers(ResponseHandler driver) {
        this.driver = driver;
    }

    @Override
    public void onPullSummary(PullSummary summary) {
        driver.onPullSummary(summary);
    }

    @Override
    public void onError(Throwable failure) {
        driver.onError(failure);
    }

    @Override
    public void onBeginSummary(BeginSummary summary) {
        driver.onBeginSummary(summary);
    }

    @Override
    public void onRunSummary(RunSummary summary) {
        driver.onRunSummary(summary);
    }

    @Override
    public void onRecord(List<Value> row) {
        driver.onRecord(row);
    }

    @Override
    public void onDiscardSummary(DiscardSummary summary) {
        driver.onDiscardSummary(summary);
    }

    @Override
    public void onCommitSummary(CommitSummary summary) {
        driver.onCommitSummary(summary);
    }

    @Override
    public void onRollbackSummary(RollbackSummary summary) {
        driver.onRollbackSummary(summary);
    }

    @Override
    public void onResetSummary(ResetSummary summary) {
        driver.onResetSummary(summary);
    }

    @Override
    public void onRouteSummary(RouteSummary summary) {
        driver.onRouteSummary(summary);
    }

    @Override
    public void onLogoffSummary(LogoffSummary summary) {
        driver.onLogoffSummary(summary);
    }

    @Override
    public void onLogonSummary(LogonSummary summary) {
        driver.onLogonSummary(summary);
    }

    @Override
    public void onTelemetrySummary(TelemetrySummary summary) {
        driver.onTelemetrySummary(summary);
    }

    @Override
    public void onIgnored() {
        driver.onIgnored();
    }

    @Override
    public void onComplete() {
        driver.onComplete();
    }
}
