// Code generated from schemas/types/all.schema.json by quicktype 26.0.0. DO NOT EDIT.
// The commands for Swift in schemas/README.md made it.

import Foundation

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - StartSegmentedProgressRequest
struct StartSegmentedProgressRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StartSegmentedProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }
}

/// A button, and what a tap on it does.
///
/// A button that opens a web page or runs a shortcut on the phone.
///
/// A button that makes the service call a webhook.
// MARK: - Action
struct Action: Codable {
    /// What the button says.
    var title: String
    /// What a tap does.
    var type: ActionType
    /// What a tap opens.
    ///
    /// What the service calls.
    var url: String
    /// What is sent.
    var body: [String: JSONAny]?
    var method: WebhookMethod?

    enum CodingKeys: String, CodingKey {
        case title = "title"
        case type = "type"
        case url = "url"
        case body = "body"
        case method = "method"
    }
}

/// The HTTP method with which the service calls a webhook: POST by default.
enum WebhookMethod: String, Codable {
    case post = "POST"
    case get = "GET"
}

enum ActionType: String, Codable {
    case openURL = "open_url"
    case webhook = "webhook"
}

/// The push notification that is shown with a change; not the activity type `alert`.
// MARK: - PushAlert
struct PushAlert: Codable {
    /// Its text.
    var body: String?
    /// Its first line.
    var title: String?

    enum CodingKeys: String, CodingKey {
        case body = "body"
        case title = "title"
    }
}

/// Progress in whole steps, shown as a bar of segments.
// MARK: - StartSegmentedProgressState
struct StartSegmentedProgressState: Codable {
    var badge: Badge?
    var color: Color?
    /// How many segments are complete.
    var currentStep: Int
    var icon: Icon?
    /// How many segments the bar has; it may change at any time.
    var numberOfSteps: Int
    var stepColor: Color?
    /// The colours of the completed steps.
    var stepColors: [Color]?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: SegmentedProgressType

    enum CodingKeys: String, CodingKey {
        case badge = "badge"
        case color = "color"
        case currentStep = "current_step"
        case icon = "icon"
        case numberOfSteps = "number_of_steps"
        case stepColor = "step_color"
        case stepColors = "step_colors"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// A short label in a rounded box, such as `NEW`.
// MARK: - Badge
struct Badge: Codable {
    var color: Color?
    /// The text in the box.
    var title: String

    enum CodingKeys: String, CodingKey {
        case color = "color"
        case title = "title"
    }
}

/// The colours that the service supports.
enum Color: String, Codable {
    case blue = "blue"
    case cyan = "cyan"
    case gray = "gray"
    case green = "green"
    case lime = "lime"
    case magenta = "magenta"
    case orange = "orange"
    case purple = "purple"
    case red = "red"
    case yellow = "yellow"
}

/// A symbol next to the title.
// MARK: - Icon
struct Icon: Codable {
    var color: Color?
    /// The name of an Apple SF Symbol.
    var symbol: String

    enum CodingKeys: String, CodingKey {
        case color = "color"
        case symbol = "symbol"
    }
}

enum SegmentedProgressType: String, Codable {
    case segmentedProgress = "segmented_progress"
}

enum MetadataValue: Codable {
    case bool(Bool)
    case double(Double)
    case string(String)

    init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let x = try? container.decode(Bool.self) {
            self = .bool(x)
            return
        }
        if let x = try? container.decode(Double.self) {
            self = .double(x)
            return
        }
        if let x = try? container.decode(String.self) {
            self = .string(x)
            return
        }
        throw DecodingError.typeMismatch(MetadataValue.self, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "Wrong type for MetadataValue"))
    }

    func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .bool(let x):
            try container.encode(x)
        case .double(let x):
            try container.encode(x)
        case .string(let x):
            try container.encode(x)
        }
    }
}

/// The recipients of a request.
// MARK: - Target
struct Target: Codable {
    /// The slugs of the channels.
    var channels: [String]

    enum CodingKeys: String, CodingKey {
        case channels = "channels"
    }
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - StartPercentageProgressRequest
struct StartPercentageProgressRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: PercentageProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }
}

/// Progress as a percentage, or as a value out of a limit, shown as a bar.
// MARK: - PercentageProgressState
struct PercentageProgressState: Codable {
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// The progress in per cent.
    var percentage: Double
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: ProgressType

    enum CodingKeys: String, CodingKey {
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case percentage = "percentage"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

enum ProgressType: String, Codable {
    case progress = "progress"
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - StartValueProgressRequest
struct StartValueProgressRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: ValueProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }
}

/// Progress as a percentage, or as a value out of a limit, shown as a bar.
// MARK: - ValueProgressState
struct ValueProgressState: Codable {
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// The progress in per cent.
    var percentage: Double?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: ProgressType
    /// How much there is to do; together with value.
    var upperLimit: Double
    /// How much is done; together with upper_limit.
    var value: Double

    enum CodingKeys: String, CodingKey {
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case percentage = "percentage"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
        case upperLimit = "upper_limit"
        case value = "value"
    }
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - StartMetricsRequest
struct StartMetricsRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: MetricsState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }
}

/// Metrics shown as bars; the card shows two of them.
// MARK: - MetricsState
struct MetricsState: Codable {
    var color: Color?
    var icon: Icon?
    /// The readings.
    var metrics: [Metric]
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: MetricsType

    enum CodingKeys: String, CodingKey {
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// One labelled value of a `metrics` or `stats` activity.
// MARK: - Metric
struct Metric: Codable {
    var color: Color?
    /// What is measured.
    var label: String
    /// What the value counts.
    var unit: String?
    var value: MetricValue

    enum CodingKeys: String, CodingKey {
        case color = "color"
        case label = "label"
        case unit = "unit"
        case value = "value"
    }
}

enum MetricValue: Codable {
    case double(Double)
    case string(String)

    init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let x = try? container.decode(Double.self) {
            self = .double(x)
            return
        }
        if let x = try? container.decode(String.self) {
            self = .string(x)
            return
        }
        throw DecodingError.typeMismatch(MetricValue.self, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "Wrong type for MetricValue"))
    }

    func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .double(let x):
            try container.encode(x)
        case .string(let x):
            try container.encode(x)
        }
    }
}

enum MetricsType: String, Codable {
    case metrics = "metrics"
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - StartStatsRequest
struct StartStatsRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StatsState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }
}

/// Metrics shown as numbers or text; the card shows up to eight.
// MARK: - StatsState
struct StatsState: Codable {
    var color: Color?
    var icon: Icon?
    /// The readings.
    var metrics: [Metric]
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: StatsType

    enum CodingKeys: String, CodingKey {
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

enum StatsType: String, Codable {
    case stats = "stats"
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - StartAlertRequest
struct StartAlertRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: AlertState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }
}

/// A message on the lock screen.
// MARK: - AlertState
struct AlertState: Codable {
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// What the alert says.
    var message: String
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: AlertType

    enum CodingKeys: String, CodingKey {
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case message = "message"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

enum AlertType: String, Codable {
    case alert = "alert"
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - StartCountdownTimerRequest
struct StartCountdownTimerRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: CountdownTimerState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }
}

/// A timer that counts down or up.
// MARK: - CountdownTimerState
struct CountdownTimerState: Codable {
    var color: Color?
    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    var countsDown: Bool?
    /// How long the timer runs, in seconds; sending it resets the window.
    var durationSeconds: Double
    var icon: Icon?
    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    var isRunning: Bool?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: TimerType

    enum CodingKeys: String, CodingKey {
        case color = "color"
        case countsDown = "counts_down"
        case durationSeconds = "duration_seconds"
        case icon = "icon"
        case isRunning = "is_running"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

enum TimerType: String, Codable {
    case timer = "timer"
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - StartStopwatchTimerRequest
struct StartStopwatchTimerRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StopwatchTimerState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }
}

/// A timer that counts down or up.
// MARK: - StopwatchTimerState
struct StopwatchTimerState: Codable {
    var color: Color?
    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    var countsDown: Bool
    /// How long the timer runs, in seconds; sending it resets the window.
    var durationSeconds: Double?
    var icon: Icon?
    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    var isRunning: Bool?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: TimerType

    enum CodingKeys: String, CodingKey {
        case color = "color"
        case countsDown = "counts_down"
        case durationSeconds = "duration_seconds"
        case icon = "icon"
        case isRunning = "is_running"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - StartValueRequest
struct StartValueRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: ValueState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }
}

/// One large value.
// MARK: - ValueState
struct ValueState: Codable {
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: ValueType
    var value: DisplayedValue

    enum CodingKeys: String, CodingKey {
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
        case value = "value"
    }
}

enum ValueType: String, Codable {
    case value = "value"
}

enum DisplayedValue: Codable {
    case double(Double)
    case string(String)

    init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let x = try? container.decode(Double.self) {
            self = .double(x)
            return
        }
        if let x = try? container.decode(String.self) {
            self = .string(x)
            return
        }
        throw DecodingError.typeMismatch(DisplayedValue.self, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "Wrong type for DisplayedValue"))
    }

    func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .double(let x):
            try container.encode(x)
        case .string(let x):
            try container.encode(x)
        }
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - UpdateSegmentedProgressRequest
struct UpdateSegmentedProgressRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: SegmentedProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// Progress in whole steps, shown as a bar of segments.
// MARK: - SegmentedProgressState
struct SegmentedProgressState: Codable {
    var badge: Badge?
    var color: Color?
    /// How many segments are complete.
    var currentStep: Int
    var icon: Icon?
    /// How many segments the bar has; it may change at any time.
    var numberOfSteps: Int?
    var stepColor: Color?
    /// The colours of the completed steps.
    var stepColors: [Color]?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: SegmentedProgressType

    enum CodingKeys: String, CodingKey {
        case badge = "badge"
        case color = "color"
        case currentStep = "current_step"
        case icon = "icon"
        case numberOfSteps = "number_of_steps"
        case stepColor = "step_color"
        case stepColors = "step_colors"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - UpdatePercentageProgressRequest
struct UpdatePercentageProgressRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: PercentageProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - UpdateValueProgressRequest
struct UpdateValueProgressRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: ValueProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - UpdateMetricsRequest
struct UpdateMetricsRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: MetricsState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - UpdateStatsRequest
struct UpdateStatsRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: StatsState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - UpdateAlertRequest
struct UpdateAlertRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: AlertState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - UpdateTimerRequest
struct UpdateTimerRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: TimerState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }
}

/// A timer that counts down or up.
// MARK: - TimerState
struct TimerState: Codable {
    var color: Color?
    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    var countsDown: Bool?
    /// How long the timer runs, in seconds; sending it resets the window.
    var durationSeconds: Double?
    var icon: Icon?
    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    var isRunning: Bool?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: TimerType

    enum CodingKeys: String, CodingKey {
        case color = "color"
        case countsDown = "counts_down"
        case durationSeconds = "duration_seconds"
        case icon = "icon"
        case isRunning = "is_running"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - UpdateValueRequest
struct UpdateValueRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: ValueState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - EndSegmentedProgressRequest
struct EndSegmentedProgressRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: EndSegmentedProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// Progress in whole steps, shown as a bar of segments.
// MARK: - EndSegmentedProgressState
struct EndSegmentedProgressState: Codable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    var autoDismissMinutes: Int?
    var badge: Badge?
    var color: Color?
    /// How many segments are complete.
    var currentStep: Int
    var icon: Icon?
    /// How many segments the bar has; it may change at any time.
    var numberOfSteps: Int?
    var stepColor: Color?
    /// The colours of the completed steps.
    var stepColors: [Color]?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: SegmentedProgressType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case badge = "badge"
        case color = "color"
        case currentStep = "current_step"
        case icon = "icon"
        case numberOfSteps = "number_of_steps"
        case stepColor = "step_color"
        case stepColors = "step_colors"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - EndPercentageProgressRequest
struct EndPercentageProgressRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: EndPercentageProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// Progress as a percentage, or as a value out of a limit, shown as a bar.
// MARK: - EndPercentageProgressState
struct EndPercentageProgressState: Codable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    var autoDismissMinutes: Int?
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// The progress in per cent.
    var percentage: Double
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: ProgressType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case percentage = "percentage"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - EndValueProgressRequest
struct EndValueProgressRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: EndValueProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// Progress as a percentage, or as a value out of a limit, shown as a bar.
// MARK: - EndValueProgressState
struct EndValueProgressState: Codable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    var autoDismissMinutes: Int?
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// The progress in per cent.
    var percentage: Double?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: ProgressType
    /// How much there is to do; together with value.
    var upperLimit: Double
    /// How much is done; together with upper_limit.
    var value: Double

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case percentage = "percentage"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
        case upperLimit = "upper_limit"
        case value = "value"
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - EndMetricsRequest
struct EndMetricsRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: EndMetricsState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }
}

/// Metrics shown as bars; the card shows two of them.
// MARK: - EndMetricsState
struct EndMetricsState: Codable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    var autoDismissMinutes: Int?
    var color: Color?
    var icon: Icon?
    /// The readings.
    var metrics: [Metric]
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: MetricsType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - EndStatsRequest
struct EndStatsRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: EndStatsState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }
}

/// Metrics shown as numbers or text; the card shows up to eight.
// MARK: - EndStatsState
struct EndStatsState: Codable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    var autoDismissMinutes: Int?
    var color: Color?
    var icon: Icon?
    /// The readings.
    var metrics: [Metric]
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: StatsType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - EndAlertRequest
struct EndAlertRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: EndAlertState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// A message on the lock screen.
// MARK: - EndAlertState
struct EndAlertState: Codable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    var autoDismissMinutes: Int?
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// What the alert says.
    var message: String
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: AlertType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case message = "message"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - EndTimerRequest
struct EndTimerRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: EndTimerState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }
}

/// A timer that counts down or up.
// MARK: - EndTimerState
struct EndTimerState: Codable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    var autoDismissMinutes: Int?
    var color: Color?
    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    var countsDown: Bool?
    /// How long the timer runs, in seconds; sending it resets the window.
    var durationSeconds: Double?
    var icon: Icon?
    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    var isRunning: Bool?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: TimerType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case color = "color"
        case countsDown = "counts_down"
        case durationSeconds = "duration_seconds"
        case icon = "icon"
        case isRunning = "is_running"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - EndValueRequest
struct EndValueRequest: Codable {
    var action: Action?
    /// The id in the response to the start.
    var activityID: String
    var contentState: EndValueState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels; leave out to keep them, send an empty list to remove them.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// One large value.
// MARK: - EndValueState
struct EndValueState: Codable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    var autoDismissMinutes: Int?
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: ValueType
    var value: DisplayedValue

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
        case value = "value"
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - StreamSegmentedProgressRequest
struct StreamSegmentedProgressRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    /// The slugs of the channels it is for.
    var channels: [String]?
    var contentState: StreamSegmentedProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }
}

/// Progress in whole steps, shown as a bar of segments.
// MARK: - StreamSegmentedProgressState
struct StreamSegmentedProgressState: Codable {
    /// Minutes an ended card stays on the lock screen.
    var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    var autoDismissSeconds: Int?
    var badge: Badge?
    var color: Color?
    /// How many segments are complete.
    var currentStep: Int
    var icon: Icon?
    /// How many segments the bar has; it may change at any time.
    var numberOfSteps: Int?
    var stepColor: Color?
    /// The colours of the completed steps.
    var stepColors: [Color]?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: SegmentedProgressType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case autoDismissSeconds = "auto_dismiss_seconds"
        case badge = "badge"
        case color = "color"
        case currentStep = "current_step"
        case icon = "icon"
        case numberOfSteps = "number_of_steps"
        case stepColor = "step_color"
        case stepColors = "step_colors"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - StreamPercentageProgressRequest
struct StreamPercentageProgressRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    /// The slugs of the channels it is for.
    var channels: [String]?
    var contentState: StreamPercentageProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }
}

/// Progress as a percentage, or as a value out of a limit, shown as a bar.
// MARK: - StreamPercentageProgressState
struct StreamPercentageProgressState: Codable {
    /// Minutes an ended card stays on the lock screen.
    var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    var autoDismissSeconds: Int?
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// The progress in per cent.
    var percentage: Double
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: ProgressType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case autoDismissSeconds = "auto_dismiss_seconds"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case percentage = "percentage"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - StreamValueProgressRequest
struct StreamValueProgressRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    /// The slugs of the channels it is for.
    var channels: [String]?
    var contentState: StreamValueProgressState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }
}

/// Progress as a percentage, or as a value out of a limit, shown as a bar.
// MARK: - StreamValueProgressState
struct StreamValueProgressState: Codable {
    /// Minutes an ended card stays on the lock screen.
    var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    var autoDismissSeconds: Int?
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// The progress in per cent.
    var percentage: Double?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: ProgressType
    /// How much there is to do; together with value.
    var upperLimit: Double
    /// How much is done; together with upper_limit.
    var value: Double

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case autoDismissSeconds = "auto_dismiss_seconds"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case percentage = "percentage"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
        case upperLimit = "upper_limit"
        case value = "value"
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - StreamMetricsRequest
struct StreamMetricsRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    /// The slugs of the channels it is for.
    var channels: [String]?
    var contentState: StreamMetricsState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }
}

/// Metrics shown as bars; the card shows two of them.
// MARK: - StreamMetricsState
struct StreamMetricsState: Codable {
    /// Minutes an ended card stays on the lock screen.
    var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    var autoDismissSeconds: Int?
    var color: Color?
    var icon: Icon?
    /// The readings.
    var metrics: [Metric]
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: MetricsType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case autoDismissSeconds = "auto_dismiss_seconds"
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - StreamStatsRequest
struct StreamStatsRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    /// The slugs of the channels it is for.
    var channels: [String]?
    var contentState: StreamStatsState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }
}

/// Metrics shown as numbers or text; the card shows up to eight.
// MARK: - StreamStatsState
struct StreamStatsState: Codable {
    /// Minutes an ended card stays on the lock screen.
    var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    var autoDismissSeconds: Int?
    var color: Color?
    var icon: Icon?
    /// The readings.
    var metrics: [Metric]
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: StatsType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case autoDismissSeconds = "auto_dismiss_seconds"
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - StreamAlertRequest
struct StreamAlertRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    /// The slugs of the channels it is for.
    var channels: [String]?
    var contentState: StreamAlertState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }
}

/// A message on the lock screen.
// MARK: - StreamAlertState
struct StreamAlertState: Codable {
    /// Minutes an ended card stays on the lock screen.
    var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    var autoDismissSeconds: Int?
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// What the alert says.
    var message: String
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: AlertType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case autoDismissSeconds = "auto_dismiss_seconds"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case message = "message"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - StreamTimerRequest
struct StreamTimerRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    /// The slugs of the channels it is for.
    var channels: [String]?
    var contentState: StreamTimerState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }
}

/// A timer that counts down or up.
// MARK: - StreamTimerState
struct StreamTimerState: Codable {
    /// Minutes an ended card stays on the lock screen.
    var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    var autoDismissSeconds: Int?
    var color: Color?
    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    var countsDown: Bool?
    /// How long the timer runs, in seconds; sending it resets the window.
    var durationSeconds: Double?
    var icon: Icon?
    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    var isRunning: Bool?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: TimerType

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case autoDismissSeconds = "auto_dismiss_seconds"
        case color = "color"
        case countsDown = "counts_down"
        case durationSeconds = "duration_seconds"
        case icon = "icon"
        case isRunning = "is_running"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - StreamValueRequest
struct StreamValueRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    /// The slugs of the channels it is for.
    var channels: [String]?
    var contentState: StreamValueState
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?
    var target: Target?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }
}

/// One large value.
// MARK: - StreamValueState
struct StreamValueState: Codable {
    /// Minutes an ended card stays on the lock screen.
    var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    var autoDismissSeconds: Int?
    var badge: Badge?
    var color: Color?
    var icon: Icon?
    /// The second line of the card.
    var subtitle: String?
    /// The first line of the card.
    var title: String
    var type: ValueType
    var value: DisplayedValue

    enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case autoDismissSeconds = "auto_dismiss_seconds"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
        case value = "value"
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - EndStreamSegmentedProgressRequest
struct EndStreamSegmentedProgressRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StreamSegmentedProgressState?
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - EndStreamPercentageProgressRequest
struct EndStreamPercentageProgressRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StreamPercentageProgressState?
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - EndStreamValueProgressRequest
struct EndStreamValueProgressRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StreamValueProgressState?
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - EndStreamMetricsRequest
struct EndStreamMetricsRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StreamMetricsState?
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels for the request.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - EndStreamStatsRequest
struct EndStreamStatsRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StreamStatsState?
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels for the request.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - EndStreamAlertRequest
struct EndStreamAlertRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StreamAlertState?
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - EndStreamTimerRequest
struct EndStreamTimerRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StreamTimerState?
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    /// Labels for the request.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - EndStreamValueRequest
struct EndStreamValueRequest: Codable {
    var action: Action?
    var alert: PushAlert?
    var contentState: StreamValueState?
    /// What the details in the app show; an empty object clears it.
    var metadata: [String: MetadataValue]?
    var secondaryAction: Action?
    /// Labels for the request.
    var tags: [String]?

    enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }
}

/// A button that opens a web page or runs a shortcut on the phone.
// MARK: - OpenURLAction
struct OpenURLAction: Codable {
    /// What the button says.
    var title: String
    /// What a tap does.
    var type: OpenURLActionType
    /// What a tap opens.
    var url: String

    enum CodingKeys: String, CodingKey {
        case title = "title"
        case type = "type"
        case url = "url"
    }
}

enum OpenURLActionType: String, Codable {
    case openURL = "open_url"
}

/// A button that makes the service call a webhook.
// MARK: - WebhookAction
struct WebhookAction: Codable {
    /// What is sent.
    var body: [String: JSONAny]?
    var method: WebhookMethod?
    /// What the button says.
    var title: String
    /// What a tap does.
    var type: WebhookActionType
    /// What the service calls.
    var url: String

    enum CodingKeys: String, CodingKey {
        case body = "body"
        case method = "method"
        case title = "title"
        case type = "type"
        case url = "url"
    }
}

enum WebhookActionType: String, Codable {
    case webhook = "webhook"
}

// MARK: - Encode/decode helpers

class JSONNull: Codable, Hashable {

    public static func == (lhs: JSONNull, rhs: JSONNull) -> Bool {
        return true
    }

    public var hashValue: Int {
        return 0
    }

    public func hash(into hasher: inout Hasher) {
        // No-op
    }

    public init() {}

    public required init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if !container.decodeNil() {
            throw DecodingError.typeMismatch(JSONNull.self, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "Wrong type for JSONNull"))
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encodeNil()
    }
}

class JSONCodingKey: CodingKey {
    let key: String

    required init?(intValue: Int) {
        return nil
    }

    required init?(stringValue: String) {
        key = stringValue
    }

    var intValue: Int? {
        return nil
    }

    var stringValue: String {
        return key
    }
}

class JSONAny: Codable {

    let value: Any

    static func decodingError(forCodingPath codingPath: [CodingKey]) -> DecodingError {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "Cannot decode JSONAny")
        return DecodingError.typeMismatch(JSONAny.self, context)
    }

    static func encodingError(forValue value: Any, codingPath: [CodingKey]) -> EncodingError {
        let context = EncodingError.Context(codingPath: codingPath, debugDescription: "Cannot encode JSONAny")
        return EncodingError.invalidValue(value, context)
    }

    static func decode(from container: SingleValueDecodingContainer) throws -> Any {
        if let value = try? container.decode(Bool.self) {
            return value
        }
        if let value = try? container.decode(Int64.self) {
            return value
        }
        if let value = try? container.decode(Double.self) {
            return value
        }
        if let value = try? container.decode(String.self) {
            return value
        }
        if container.decodeNil() {
            return JSONNull()
        }
        throw decodingError(forCodingPath: container.codingPath)
    }

    static func decode(from container: inout UnkeyedDecodingContainer) throws -> Any {
        if let value = try? container.decode(Bool.self) {
            return value
        }
        if let value = try? container.decode(Int64.self) {
            return value
        }
        if let value = try? container.decode(Double.self) {
            return value
        }
        if let value = try? container.decode(String.self) {
            return value
        }
        if let value = try? container.decodeNil() {
            if value {
                return JSONNull()
            }
        }
        if var container = try? container.nestedUnkeyedContainer() {
            return try decodeArray(from: &container)
        }
        if var container = try? container.nestedContainer(keyedBy: JSONCodingKey.self) {
            return try decodeDictionary(from: &container)
        }
        throw decodingError(forCodingPath: container.codingPath)
    }

    static func decode(from container: inout KeyedDecodingContainer<JSONCodingKey>, forKey key: JSONCodingKey) throws -> Any {
        if let value = try? container.decode(Bool.self, forKey: key) {
            return value
        }
        if let value = try? container.decode(Int64.self, forKey: key) {
            return value
        }
        if let value = try? container.decode(Double.self, forKey: key) {
            return value
        }
        if let value = try? container.decode(String.self, forKey: key) {
            return value
        }
        if let value = try? container.decodeNil(forKey: key) {
            if value {
                return JSONNull()
            }
        }
        if var container = try? container.nestedUnkeyedContainer(forKey: key) {
            return try decodeArray(from: &container)
        }
        if var container = try? container.nestedContainer(keyedBy: JSONCodingKey.self, forKey: key) {
            return try decodeDictionary(from: &container)
        }
        throw decodingError(forCodingPath: container.codingPath)
    }

    static func decodeArray(from container: inout UnkeyedDecodingContainer) throws -> [Any] {
        var arr: [Any] = []
        while !container.isAtEnd {
            let value = try decode(from: &container)
            arr.append(value)
        }
        return arr
    }

    static func decodeDictionary(from container: inout KeyedDecodingContainer<JSONCodingKey>) throws -> [String: Any] {
        var dict = [String: Any]()
        for key in container.allKeys {
            let value = try decode(from: &container, forKey: key)
            dict[key.stringValue] = value
        }
        return dict
    }

    static func encode(to container: inout UnkeyedEncodingContainer, array: [Any]) throws {
        for value in array {
            if let value = value as? Bool {
                try container.encode(value)
            } else if let value = value as? Int64 {
                try container.encode(value)
            } else if let value = value as? Double {
                try container.encode(value)
            } else if let value = value as? String {
                try container.encode(value)
            } else if value is JSONNull {
                try container.encodeNil()
            } else if let value = value as? [Any] {
                var container = container.nestedUnkeyedContainer()
                try encode(to: &container, array: value)
            } else if let value = value as? [String: Any] {
                var container = container.nestedContainer(keyedBy: JSONCodingKey.self)
                try encode(to: &container, dictionary: value)
            } else {
                throw encodingError(forValue: value, codingPath: container.codingPath)
            }
        }
    }

    static func encode(to container: inout KeyedEncodingContainer<JSONCodingKey>, dictionary: [String: Any]) throws {
        for (key, value) in dictionary {
            let key = JSONCodingKey(stringValue: key)!
            if let value = value as? Bool {
                try container.encode(value, forKey: key)
            } else if let value = value as? Int64 {
                try container.encode(value, forKey: key)
            } else if let value = value as? Double {
                try container.encode(value, forKey: key)
            } else if let value = value as? String {
                try container.encode(value, forKey: key)
            } else if value is JSONNull {
                try container.encodeNil(forKey: key)
            } else if let value = value as? [Any] {
                var container = container.nestedUnkeyedContainer(forKey: key)
                try encode(to: &container, array: value)
            } else if let value = value as? [String: Any] {
                var container = container.nestedContainer(keyedBy: JSONCodingKey.self, forKey: key)
                try encode(to: &container, dictionary: value)
            } else {
                throw encodingError(forValue: value, codingPath: container.codingPath)
            }
        }
    }

    static func encode(to container: inout SingleValueEncodingContainer, value: Any) throws {
        if let value = value as? Bool {
            try container.encode(value)
        } else if let value = value as? Int64 {
            try container.encode(value)
        } else if let value = value as? Double {
            try container.encode(value)
        } else if let value = value as? String {
            try container.encode(value)
        } else if value is JSONNull {
            try container.encodeNil()
        } else {
            throw encodingError(forValue: value, codingPath: container.codingPath)
        }
    }

    public required init(from decoder: Decoder) throws {
        if var arrayContainer = try? decoder.unkeyedContainer() {
            self.value = try JSONAny.decodeArray(from: &arrayContainer)
        } else if var container = try? decoder.container(keyedBy: JSONCodingKey.self) {
            self.value = try JSONAny.decodeDictionary(from: &container)
        } else {
            let container = try decoder.singleValueContainer()
            self.value = try JSONAny.decode(from: container)
        }
    }

    public func encode(to encoder: Encoder) throws {
        if let arr = self.value as? [Any] {
            var container = encoder.unkeyedContainer()
            try JSONAny.encode(to: &container, array: arr)
        } else if let dict = self.value as? [String: Any] {
            var container = encoder.container(keyedBy: JSONCodingKey.self)
            try JSONAny.encode(to: &container, dictionary: dict)
        } else {
            var container = encoder.singleValueContainer()
            try JSONAny.encode(to: &container, value: self.value)
        }
    }
}
