// Each block has one mistake; the first has none.
import java.util.Collections;
import liveactivity.*;

class Mistakes {
    PercentageProgressState state = new PercentageProgressState();
    ValueProgressState value = new ValueProgressState();
    SegmentedProgressState steps = new SegmentedProgressState();
    MetricsState metrics = new MetricsState();
    UpdateTimerRequest timer = new UpdateTimerRequest();
    Metric metric = new Metric();
    Action button = new Action();

    void right() {
        state.setType(ProgressType.PROGRESS);
        state.setTitle("Build");
        state.setPercentage(50);
        state.setColor(Color.LIME);
        button.setType(ActionType.OPEN_URL);
        timer.setAction(button);
    }

    // mistake: unknown type
    void unknownType() { state.setType(ProgressType.BAR); }

    // mistake: unknown colour
    void unknownColour() { state.setColor(Color.CRIMSON); }

    // mistake: title missing
    PercentageProgressState titleMissing() {
        PercentageProgressState made = new PercentageProgressState();
        made.setType(ProgressType.PROGRESS);
        made.setPercentage(50);
        return made;
    }

    // mistake: field of the type missing
    PercentageProgressState fieldOfTheTypeMissing() {
        PercentageProgressState made = new PercentageProgressState();
        made.setType(ProgressType.PROGRESS);
        made.setTitle("Build");
        return made;
    }

    // mistake: `value` without `upper_limit`
    ValueProgressState valueWithoutUpperLimit() {
        ValueProgressState made = new ValueProgressState();
        made.setType(ProgressType.PROGRESS);
        made.setTitle("Build");
        made.setValue(3);
        return made;
    }

    // mistake: field of another type
    void fieldOfAnotherType() { state.setMessage("Done"); }

    // mistake: second button on a timer
    void secondButtonOnATimer() { timer.setSecondaryAction(button); }

    // mistake: `body` on an `open_url` button
    void bodyOnAnOpenUrlButton() { button.setBody(Collections.singletonMap("job", 17)); }

    // mistake: misspelt field
    void misspeltField() { state.setSubtitel("Tests"); }

    // mistake: text for a number
    void textForANumber() { state.setPercentage("50"); }

    // mistake: `percentage` of 150
    void percentageOf150() { state.setPercentage(150); }

    // mistake: nine metrics
    void nineMetrics() { metrics.setMetrics(Collections.nCopies(9, metric)); }

    // mistake: empty label of a metric
    void emptyLabelOfAMetric() { metric.setLabel(""); }

    // mistake: URL without a scheme
    void urlWithoutAScheme() { button.setURL("example.com"); }

    // mistake: step past the end
    void stepPastTheEnd() { steps.setNumberOfSteps(4L); steps.setCurrentStep(5); }

    // end
}
