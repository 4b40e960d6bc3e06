// Each block has one mistake; the first has none.
using LiveActivity;

class Mistakes
{
    static Action button = new Action { Type = ActionType.OpenUrl, Title = "Open", Url = "https://example.com" };
    static Metric metric = new Metric { Label = "CPU", Value = 1 };

    object right = new UpdatePercentageProgressRequest
    {
        ActivityId = "a",
        ContentState = new PercentageProgressState { Type = ProgressType.Progress, Title = "Build", Percentage = 50, Color = Color.Lime },
        Action = button,
    };

    // mistake: unknown type
    object unknownType = new PercentageProgressState { Type = ProgressType.Bar, Title = "Build", Percentage = 50 };

    // mistake: unknown colour
    object unknownColour = new PercentageProgressState { Type = ProgressType.Progress, Title = "Build", Percentage = 50, Color = Color.Crimson };

    // mistake: title missing
    object titleMissing = new PercentageProgressState { Type = ProgressType.Progress, Percentage = 50 };

    // mistake: field of the type missing
    object fieldOfTheTypeMissing = new PercentageProgressState { Type = ProgressType.Progress, Title = "Build" };

    // mistake: `value` without `upper_limit`
    object valueWithoutUpperLimit = new ValueProgressState { Type = ProgressType.Progress, Title = "Build", Value = 3 };

    // mistake: field of another type
    object fieldOfAnotherType = new PercentageProgressState { Type = ProgressType.Progress, Title = "Build", Percentage = 50, Message = "Done" };

    // mistake: second button on a timer
    object secondButtonOnATimer = new UpdateTimerRequest { ActivityId = "a", Action = button, SecondaryAction = button };

    // mistake: `body` on an `open_url` button
    object bodyOnAnOpenUrlButton = new Action { Type = ActionType.OpenUrl, Title = "Open", Url = "https://example.com", Body = new System.Collections.Generic.Dictionary<string, object>() };

    // mistake: misspelt field
    object misspeltField = new PercentageProgressState { Type = ProgressType.Progress, Title = "Build", Percentage = 50, Subtitel = "Tests" };

    // mistake: text for a number
    object textForANumber = new PercentageProgressState { Type = ProgressType.Progress, Title = "Build", Percentage = "50" };

    // mistake: `percentage` of 150
    object percentageOf150 = new PercentageProgressState { Type = ProgressType.Progress, Title = "Build", Percentage = 150 };

    // mistake: nine metrics
    object nineMetrics = new MetricsState { Type = MetricsType.Metrics, Title = "Server", Metrics = new[] { metric, metric, metric, metric, metric, metric, metric, metric, metric } };

    // mistake: empty label of a metric
    object emptyLabelOfAMetric = new Metric { Label = "", Value = 1 };

    // mistake: URL without a scheme
    object urlWithoutAScheme = new Action { Type = ActionType.OpenUrl, Title = "Open", Url = "example.com" };

    // mistake: step past the end
    object stepPastTheEnd = new SegmentedProgressState { Type = SegmentedProgressType.SegmentedProgress, Title = "Build", CurrentStep = 5, NumberOfSteps = 4 };

    // end
}
