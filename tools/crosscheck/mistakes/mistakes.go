// Each block has one mistake; the first has none.
package mistakes

import . "example.com/app/liveactivity"

func text(value string) *string { return &value }

func number(value float64) *MetricValue { return &MetricValue{Double: &value} }

func steps(value int64) *int64 { return &value }

func color(value Color) *Color { return &value }

var state = PercentageProgressState{Type: ProgressTypeProgress, Title: "Build", Percentage: 50}

var button = &Action{Type: ActionTypeOpenURL, Title: "Open", URL: "https://example.com"}

var timer = UpdateTimerRequest{ActivityID: "a", ContentState: TimerState{Type: TimerTypeTimer, Title: "Build"}, Action: button}

var right = UpdatePercentageProgressRequest{ActivityID: "a", ContentState: state}

// mistake: unknown type
var _ = PercentageProgressState{Type: "bar", Title: "Build", Percentage: 50}

// mistake: unknown colour
var _ = PercentageProgressState{Type: ProgressTypeProgress, Title: "Build", Percentage: 50, Color: color("crimson")}

// mistake: title missing
var _ = PercentageProgressState{Type: ProgressTypeProgress, Percentage: 50}

// mistake: field of the type missing
var _ = PercentageProgressState{Type: ProgressTypeProgress, Title: "Build"}

// mistake: `value` without `upper_limit`
var _ = ValueProgressState{Type: ProgressTypeProgress, Title: "Build", Value: 3}

// mistake: field of another type
var _ = PercentageProgressState{Type: ProgressTypeProgress, Title: "Build", Percentage: 50, Message: text("Done")}

// mistake: second button on a timer
var _ = UpdateTimerRequest{ActivityID: "a", ContentState: timer.ContentState, SecondaryAction: button}

// mistake: `body` on an `open_url` button
var _ = Action{Type: ActionTypeOpenURL, Title: "Open", URL: "https://example.com", Body: map[string]any{"job": 17}}

// mistake: misspelt field
var _ = PercentageProgressState{Type: ProgressTypeProgress, Title: "Build", Percentage: 50, Subtitel: text("Tests")}

// mistake: text for a number
var _ = PercentageProgressState{Type: ProgressTypeProgress, Title: "Build", Percentage: "50"}

// mistake: `percentage` of 150
var _ = PercentageProgressState{Type: ProgressTypeProgress, Title: "Build", Percentage: 150}

// mistake: nine metrics
var _ = MetricsState{Type: MetricsTypeMetrics, Title: "Server", Metrics: make([]Metric, 9)}

// mistake: empty label of a metric
var _ = Metric{Label: "", Value: number(1)}

// mistake: URL without a scheme
var _ = Action{Type: ActionTypeOpenURL, Title: "Open", URL: "example.com"}

// mistake: step past the end
var _ = SegmentedProgressState{Type: SegmentedProgressTypeSegmentedProgress, Title: "Build", CurrentStep: 5, NumberOfSteps: steps(4)}
