// Each block has one mistake; the first has none.
package mistakes

import liveactivity.*

val state = PercentageProgressState(type = ProgressType.Progress, title = "Build", percentage = 50.0, color = Color.Lime)
val button = Action(type = ActionType.OpenURL, title = "Open", url = "https://example.com")
val metric = Metric(label = "CPU", value = MetricValue.DoubleValue(1.0))
val timer = TimerState(type = TimerType.Timer, title = "Build")
val right = UpdateTimerRequest(activityID = "a", contentState = timer, action = button)

// mistake: unknown type
val unknownType = PercentageProgressState(type = ProgressType.Bar, title = "Build", percentage = 50.0)

// mistake: unknown colour
val unknownColour = PercentageProgressState(type = ProgressType.Progress, title = "Build", percentage = 50.0, color = Color.Crimson)

// mistake: title missing
val titleMissing = PercentageProgressState(type = ProgressType.Progress, percentage = 50.0)

// mistake: field of the type missing
val fieldOfTheTypeMissing = PercentageProgressState(type = ProgressType.Progress, title = "Build")

// mistake: `value` without `upper_limit`
val valueWithoutUpperLimit = ValueProgressState(type = ProgressType.Progress, title = "Build", value = 3.0)

// mistake: field of another type
val fieldOfAnotherType = PercentageProgressState(type = ProgressType.Progress, title = "Build", percentage = 50.0, message = "Done")

// mistake: second button on a timer
val secondButtonOnATimer = UpdateTimerRequest(activityID = "a", contentState = timer, secondaryAction = button)

// mistake: `body` on an `open_url` button
val bodyOnAnOpenUrlButton = Action(type = ActionType.OpenURL, title = "Open", url = "https://example.com", body = mapOf("job" to 17))

// mistake: misspelt field
val misspeltField = PercentageProgressState(type = ProgressType.Progress, title = "Build", percentage = 50.0, subtitel = "Tests")

// mistake: text for a number
val textForANumber = PercentageProgressState(type = ProgressType.Progress, title = "Build", percentage = "50")

// mistake: `percentage` of 150
val percentageOf150 = PercentageProgressState(type = ProgressType.Progress, title = "Build", percentage = 150.0)

// mistake: nine metrics
val nineMetrics = MetricsState(type = MetricsType.Metrics, title = "Server", metrics = List(9) { metric })

// mistake: empty label of a metric
val emptyLabelOfAMetric = Metric(label = "", value = MetricValue.DoubleValue(1.0))

// mistake: URL without a scheme
val urlWithoutAScheme = Action(type = ActionType.OpenURL, title = "Open", url = "example.com")

// mistake: step past the end
val stepPastTheEnd = SegmentedProgressState(type = SegmentedProgressType.SegmentedProgress, title = "Build", currentStep = 5, numberOfSteps = 4)
