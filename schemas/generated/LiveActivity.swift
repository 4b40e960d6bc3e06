// Code generated from schemas/types/all.schema.json by quicktype 26.0.0. DO NOT EDIT.
// The commands for Swift in schemas/README.md made it.

import Foundation

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - LAStartSegmentedProgressRequest
public struct LAStartSegmentedProgressRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStartSegmentedProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStartSegmentedProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
        self.target = target
    }
}

/// A button, and what a tap on it does.
// MARK: - LAAction
public struct LAAction: Codable, Sendable {
    /// What is sent.
    public var body: [String: LAJSONAny]?
    public var method: LAWebhookMethod?
    /// What the button says.
    public var title: String
    public var type: LAActionType
    /// What a tap opens, or what the service calls.
    public var url: String

    public enum CodingKeys: String, CodingKey {
        case body = "body"
        case method = "method"
        case title = "title"
        case type = "type"
        case url = "url"
    }

    public init(body: [String: LAJSONAny]? = nil, method: LAWebhookMethod? = nil, title: String, type: LAActionType, url: String) {
        self.body = body
        self.method = method
        self.title = title
        self.type = type
        self.url = url
    }
}

/// The HTTP method with which the service calls a webhook: POST by default.
public enum LAWebhookMethod: String, Codable, Sendable {
    case post = "POST"
    case get = "GET"
}

public enum LAActionType: String, Codable, Sendable {
    case openURL = "open_url"
    case webhook = "webhook"
}

/// The push notification that is shown with a change; not the activity type `alert`.
// MARK: - LAPushAlert
public struct LAPushAlert: Codable, Sendable {
    /// Its text.
    public var body: String?
    /// Its first line.
    public var title: String?

    public enum CodingKeys: String, CodingKey {
        case body = "body"
        case title = "title"
    }

    public init(body: String? = nil, title: String? = nil) {
        self.body = body
        self.title = title
    }
}

/// Progress in whole steps, shown as a bar of segments.
// MARK: - LAStartSegmentedProgressState
public struct LAStartSegmentedProgressState: Codable, Sendable {
    public var badge: LABadge?
    public var color: LAColor?
    /// How many segments are complete.
    public var currentStep: Int
    public var icon: LAIcon?
    /// How many segments the bar has; it may change at any time.
    public var numberOfSteps: Int
    public var stepColor: LAColor?
    /// The colours of the completed steps.
    public var stepColors: [LAColor]?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LASegmentedProgressType

    public enum CodingKeys: String, CodingKey {
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

    public init(badge: LABadge? = nil, color: LAColor? = nil, currentStep: Int, icon: LAIcon? = nil, numberOfSteps: Int, stepColor: LAColor? = nil, stepColors: [LAColor]? = nil, subtitle: String? = nil, title: String, type: LASegmentedProgressType) {
        self.badge = badge
        self.color = color
        self.currentStep = currentStep
        self.icon = icon
        self.numberOfSteps = numberOfSteps
        self.stepColor = stepColor
        self.stepColors = stepColors
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// A short label in a rounded box, such as `NEW`.
// MARK: - LABadge
public struct LABadge: Codable, Sendable {
    public var color: LAColor?
    /// The text in the box.
    public var title: String

    public enum CodingKeys: String, CodingKey {
        case color = "color"
        case title = "title"
    }

    public init(color: LAColor? = nil, title: String) {
        self.color = color
        self.title = title
    }
}

/// The colours that the service supports.
public enum LAColor: String, Codable, Sendable {
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
// MARK: - LAIcon
public struct LAIcon: Codable, Sendable {
    public var color: LAColor?
    /// The name of an Apple SF Symbol.
    public var symbol: String

    public enum CodingKeys: String, CodingKey {
        case color = "color"
        case symbol = "symbol"
    }

    public init(color: LAColor? = nil, symbol: String) {
        self.color = color
        self.symbol = symbol
    }
}

public enum LASegmentedProgressType: String, Codable, Sendable {
    case segmentedProgress = "segmented_progress"
}

public enum LAMetadataValue: Codable, Sendable {
    case bool(Bool)
    case double(Double)
    case string(String)

    public init(from decoder: Decoder) throws {
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
        throw DecodingError.typeMismatch(LAMetadataValue.self, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "Wrong type for LAMetadataValue"))
    }

    public func encode(to encoder: Encoder) throws {
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
// MARK: - LATarget
public struct LATarget: Codable, Sendable {
    /// The slugs of the channels.
    public var channels: [String]

    public enum CodingKeys: String, CodingKey {
        case channels = "channels"
    }

    public init(channels: [String]) {
        self.channels = channels
    }
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - LAStartPercentageProgressRequest
public struct LAStartPercentageProgressRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAPercentageProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAPercentageProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
        self.target = target
    }
}

/// Progress as a percentage, shown as a bar.
// MARK: - LAPercentageProgressState
public struct LAPercentageProgressState: Codable, Sendable {
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The progress in per cent.
    public var percentage: Double
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAProgressType

    public enum CodingKeys: String, CodingKey {
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case percentage = "percentage"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, percentage: Double, subtitle: String? = nil, title: String, type: LAProgressType) {
        self.badge = badge
        self.color = color
        self.icon = icon
        self.percentage = percentage
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

public enum LAProgressType: String, Codable, Sendable {
    case progress = "progress"
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - LAStartValueProgressRequest
public struct LAStartValueProgressRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAValueProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAValueProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
        self.target = target
    }
}

/// Progress as a value out of a limit, shown as a bar.
// MARK: - LAValueProgressState
public struct LAValueProgressState: Codable, Sendable {
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The progress in per cent.
    public var percentage: Double?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAProgressType
    /// How much there is to do; together with value.
    public var upperLimit: Double
    /// How much is done; together with upper_limit.
    public var value: Double

    public enum CodingKeys: String, CodingKey {
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

    public init(badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, percentage: Double? = nil, subtitle: String? = nil, title: String, type: LAProgressType, upperLimit: Double, value: Double) {
        self.badge = badge
        self.color = color
        self.icon = icon
        self.percentage = percentage
        self.subtitle = subtitle
        self.title = title
        self.type = type
        self.upperLimit = upperLimit
        self.value = value
    }
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - LAStartMetricsRequest
public struct LAStartMetricsRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAMetricsState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAMetricsState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
        self.target = target
    }
}

/// Metrics shown as bars; the card shows two of them.
// MARK: - LAMetricsState
public struct LAMetricsState: Codable, Sendable {
    public var color: LAColor?
    public var icon: LAIcon?
    /// The readings.
    public var metrics: [LAMetric]
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAMetricsType

    public enum CodingKeys: String, CodingKey {
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(color: LAColor? = nil, icon: LAIcon? = nil, metrics: [LAMetric], subtitle: String? = nil, title: String, type: LAMetricsType) {
        self.color = color
        self.icon = icon
        self.metrics = metrics
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// One labelled value of a `metrics` or `stats` activity.
// MARK: - LAMetric
public struct LAMetric: Codable, Sendable {
    public var color: LAColor?
    /// What is measured.
    public var label: String
    /// What the value counts.
    public var unit: String?
    public var value: LAMetricValue

    public enum CodingKeys: String, CodingKey {
        case color = "color"
        case label = "label"
        case unit = "unit"
        case value = "value"
    }

    public init(color: LAColor? = nil, label: String, unit: String? = nil, value: LAMetricValue) {
        self.color = color
        self.label = label
        self.unit = unit
        self.value = value
    }
}

public enum LAMetricValue: Codable, Sendable {
    case double(Double)
    case string(String)

    public init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let x = try? container.decode(Double.self) {
            self = .double(x)
            return
        }
        if let x = try? container.decode(String.self) {
            self = .string(x)
            return
        }
        throw DecodingError.typeMismatch(LAMetricValue.self, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "Wrong type for LAMetricValue"))
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .double(let x):
            try container.encode(x)
        case .string(let x):
            try container.encode(x)
        }
    }
}

public enum LAMetricsType: String, Codable, Sendable {
    case metrics = "metrics"
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - LAStartStatsRequest
public struct LAStartStatsRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStatsState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStatsState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
        self.target = target
    }
}

/// Metrics shown as numbers or text; the card shows up to eight.
// MARK: - LAStatsState
public struct LAStatsState: Codable, Sendable {
    public var color: LAColor?
    public var icon: LAIcon?
    /// The readings.
    public var metrics: [LAMetric]
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAStatsType

    public enum CodingKeys: String, CodingKey {
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(color: LAColor? = nil, icon: LAIcon? = nil, metrics: [LAMetric], subtitle: String? = nil, title: String, type: LAStatsType) {
        self.color = color
        self.icon = icon
        self.metrics = metrics
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

public enum LAStatsType: String, Codable, Sendable {
    case stats = "stats"
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - LAStartAlertRequest
public struct LAStartAlertRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAAlertState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAAlertState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
        self.target = target
    }
}

/// A message on the lock screen.
// MARK: - LAAlertState
public struct LAAlertState: Codable, Sendable {
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// What the alert says.
    public var message: String
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAAlertType

    public enum CodingKeys: String, CodingKey {
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case message = "message"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, message: String, subtitle: String? = nil, title: String, type: LAAlertType) {
        self.badge = badge
        self.color = color
        self.icon = icon
        self.message = message
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

public enum LAAlertType: String, Codable, Sendable {
    case alert = "alert"
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - LAStartCountdownTimerRequest
public struct LAStartCountdownTimerRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LACountdownTimerState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LACountdownTimerState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
        self.target = target
    }
}

/// A timer that counts down from a duration.
// MARK: - LACountdownTimerState
public struct LACountdownTimerState: Codable, Sendable {
    public var color: LAColor?
    /// Whether the timer counts down rather than up.
    public var countsDown: Bool?
    /// How long the timer runs, in seconds; sending it resets the window.
    public var durationSeconds: Double
    public var icon: LAIcon?
    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    public var isRunning: Bool?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LATimerType

    public enum CodingKeys: String, CodingKey {
        case color = "color"
        case countsDown = "counts_down"
        case durationSeconds = "duration_seconds"
        case icon = "icon"
        case isRunning = "is_running"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(color: LAColor? = nil, countsDown: Bool? = nil, durationSeconds: Double, icon: LAIcon? = nil, isRunning: Bool? = nil, subtitle: String? = nil, title: String, type: LATimerType) {
        self.color = color
        self.countsDown = countsDown
        self.durationSeconds = durationSeconds
        self.icon = icon
        self.isRunning = isRunning
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

public enum LATimerType: String, Codable, Sendable {
    case timer = "timer"
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - LAStartStopwatchTimerRequest
public struct LAStartStopwatchTimerRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStopwatchTimerState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStopwatchTimerState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
        self.target = target
    }
}

/// A timer that counts up, with or without a duration.
// MARK: - LAStopwatchTimerState
public struct LAStopwatchTimerState: Codable, Sendable {
    public var color: LAColor?
    /// Whether the timer counts down rather than up.
    public var countsDown: Bool
    /// How long the timer runs, in seconds; sending it resets the window.
    public var durationSeconds: Double?
    public var icon: LAIcon?
    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    public var isRunning: Bool?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LATimerType

    public enum CodingKeys: String, CodingKey {
        case color = "color"
        case countsDown = "counts_down"
        case durationSeconds = "duration_seconds"
        case icon = "icon"
        case isRunning = "is_running"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(color: LAColor? = nil, countsDown: Bool, durationSeconds: Double? = nil, icon: LAIcon? = nil, isRunning: Bool? = nil, subtitle: String? = nil, title: String, type: LATimerType) {
        self.color = color
        self.countsDown = countsDown
        self.durationSeconds = durationSeconds
        self.icon = icon
        self.isRunning = isRunning
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
// MARK: - LAStartValueRequest
public struct LAStartValueRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAValueState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAValueState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
        self.target = target
    }
}

/// One large value.
// MARK: - LAValueState
public struct LAValueState: Codable, Sendable {
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAValueType
    public var value: LADisplayedValue

    public enum CodingKeys: String, CodingKey {
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
        case value = "value"
    }

    public init(badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, subtitle: String? = nil, title: String, type: LAValueType, value: LADisplayedValue) {
        self.badge = badge
        self.color = color
        self.icon = icon
        self.subtitle = subtitle
        self.title = title
        self.type = type
        self.value = value
    }
}

public enum LAValueType: String, Codable, Sendable {
    case value = "value"
}

public enum LADisplayedValue: Codable, Sendable {
    case double(Double)
    case string(String)

    public init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let x = try? container.decode(Double.self) {
            self = .double(x)
            return
        }
        if let x = try? container.decode(String.self) {
            self = .string(x)
            return
        }
        throw DecodingError.typeMismatch(LADisplayedValue.self, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "Wrong type for LADisplayedValue"))
    }

    public func encode(to encoder: Encoder) throws {
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
// MARK: - LAUpdateSegmentedProgressRequest
public struct LAUpdateSegmentedProgressRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LASegmentedProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LASegmentedProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// Progress in whole steps, shown as a bar of segments.
// MARK: - LASegmentedProgressState
public struct LASegmentedProgressState: Codable, Sendable {
    public var badge: LABadge?
    public var color: LAColor?
    /// How many segments are complete.
    public var currentStep: Int
    public var icon: LAIcon?
    /// How many segments the bar has; it may change at any time.
    public var numberOfSteps: Int?
    public var stepColor: LAColor?
    /// The colours of the completed steps.
    public var stepColors: [LAColor]?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LASegmentedProgressType

    public enum CodingKeys: String, CodingKey {
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

    public init(badge: LABadge? = nil, color: LAColor? = nil, currentStep: Int, icon: LAIcon? = nil, numberOfSteps: Int? = nil, stepColor: LAColor? = nil, stepColors: [LAColor]? = nil, subtitle: String? = nil, title: String, type: LASegmentedProgressType) {
        self.badge = badge
        self.color = color
        self.currentStep = currentStep
        self.icon = icon
        self.numberOfSteps = numberOfSteps
        self.stepColor = stepColor
        self.stepColors = stepColors
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - LAUpdatePercentageProgressRequest
public struct LAUpdatePercentageProgressRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAPercentageProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAPercentageProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - LAUpdateValueProgressRequest
public struct LAUpdateValueProgressRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAValueProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAValueProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - LAUpdateMetricsRequest
public struct LAUpdateMetricsRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAMetricsState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAMetricsState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - LAUpdateStatsRequest
public struct LAUpdateStatsRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAStatsState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAStatsState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - LAUpdateAlertRequest
public struct LAUpdateAlertRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAAlertState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAAlertState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - LAUpdateTimerRequest
public struct LAUpdateTimerRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LATimerState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LATimerState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
    }
}

/// A timer that counts down or up.
// MARK: - LATimerState
public struct LATimerState: Codable, Sendable {
    public var color: LAColor?
    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    public var countsDown: Bool?
    /// How long the timer runs, in seconds; sending it resets the window.
    public var durationSeconds: Double?
    public var icon: LAIcon?
    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    public var isRunning: Bool?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LATimerType

    public enum CodingKeys: String, CodingKey {
        case color = "color"
        case countsDown = "counts_down"
        case durationSeconds = "duration_seconds"
        case icon = "icon"
        case isRunning = "is_running"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(color: LAColor? = nil, countsDown: Bool? = nil, durationSeconds: Double? = nil, icon: LAIcon? = nil, isRunning: Bool? = nil, subtitle: String? = nil, title: String, type: LATimerType) {
        self.color = color
        self.countsDown = countsDown
        self.durationSeconds = durationSeconds
        self.icon = icon
        self.isRunning = isRunning
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
// MARK: - LAUpdateValueRequest
public struct LAUpdateValueRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAValueState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAValueState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - LAEndSegmentedProgressRequest
public struct LAEndSegmentedProgressRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAEndSegmentedProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAEndSegmentedProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// Progress in whole steps, shown as a bar of segments.
// MARK: - LAEndSegmentedProgressState
public struct LAEndSegmentedProgressState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    public var autoDismissMinutes: Int?
    public var badge: LABadge?
    public var color: LAColor?
    /// How many segments are complete.
    public var currentStep: Int
    public var icon: LAIcon?
    /// How many segments the bar has; it may change at any time.
    public var numberOfSteps: Int?
    public var stepColor: LAColor?
    /// The colours of the completed steps.
    public var stepColors: [LAColor]?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LASegmentedProgressType

    public enum CodingKeys: String, CodingKey {
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

    public init(autoDismissMinutes: Int? = nil, badge: LABadge? = nil, color: LAColor? = nil, currentStep: Int, icon: LAIcon? = nil, numberOfSteps: Int? = nil, stepColor: LAColor? = nil, stepColors: [LAColor]? = nil, subtitle: String? = nil, title: String, type: LASegmentedProgressType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.badge = badge
        self.color = color
        self.currentStep = currentStep
        self.icon = icon
        self.numberOfSteps = numberOfSteps
        self.stepColor = stepColor
        self.stepColors = stepColors
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - LAEndPercentageProgressRequest
public struct LAEndPercentageProgressRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAEndPercentageProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAEndPercentageProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// Progress as a percentage, shown as a bar.
// MARK: - LAEndPercentageProgressState
public struct LAEndPercentageProgressState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    public var autoDismissMinutes: Int?
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The progress in per cent.
    public var percentage: Double
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAProgressType

    public enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case percentage = "percentage"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(autoDismissMinutes: Int? = nil, badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, percentage: Double, subtitle: String? = nil, title: String, type: LAProgressType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.badge = badge
        self.color = color
        self.icon = icon
        self.percentage = percentage
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - LAEndValueProgressRequest
public struct LAEndValueProgressRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAEndValueProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAEndValueProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// Progress as a value out of a limit, shown as a bar.
// MARK: - LAEndValueProgressState
public struct LAEndValueProgressState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    public var autoDismissMinutes: Int?
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The progress in per cent.
    public var percentage: Double?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAProgressType
    /// How much there is to do; together with value.
    public var upperLimit: Double
    /// How much is done; together with upper_limit.
    public var value: Double

    public enum CodingKeys: String, CodingKey {
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

    public init(autoDismissMinutes: Int? = nil, badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, percentage: Double? = nil, subtitle: String? = nil, title: String, type: LAProgressType, upperLimit: Double, value: Double) {
        self.autoDismissMinutes = autoDismissMinutes
        self.badge = badge
        self.color = color
        self.icon = icon
        self.percentage = percentage
        self.subtitle = subtitle
        self.title = title
        self.type = type
        self.upperLimit = upperLimit
        self.value = value
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - LAEndMetricsRequest
public struct LAEndMetricsRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAEndMetricsState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAEndMetricsState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
    }
}

/// Metrics shown as bars; the card shows two of them.
// MARK: - LAEndMetricsState
public struct LAEndMetricsState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    public var autoDismissMinutes: Int?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The readings.
    public var metrics: [LAMetric]
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAMetricsType

    public enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(autoDismissMinutes: Int? = nil, color: LAColor? = nil, icon: LAIcon? = nil, metrics: [LAMetric], subtitle: String? = nil, title: String, type: LAMetricsType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.color = color
        self.icon = icon
        self.metrics = metrics
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - LAEndStatsRequest
public struct LAEndStatsRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAEndStatsState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAEndStatsState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
    }
}

/// Metrics shown as numbers or text; the card shows up to eight.
// MARK: - LAEndStatsState
public struct LAEndStatsState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    public var autoDismissMinutes: Int?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The readings.
    public var metrics: [LAMetric]
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAStatsType

    public enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(autoDismissMinutes: Int? = nil, color: LAColor? = nil, icon: LAIcon? = nil, metrics: [LAMetric], subtitle: String? = nil, title: String, type: LAStatsType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.color = color
        self.icon = icon
        self.metrics = metrics
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - LAEndAlertRequest
public struct LAEndAlertRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAEndAlertState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAEndAlertState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// A message on the lock screen.
// MARK: - LAEndAlertState
public struct LAEndAlertState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    public var autoDismissMinutes: Int?
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// What the alert says.
    public var message: String
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAAlertType

    public enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case message = "message"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(autoDismissMinutes: Int? = nil, badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, message: String, subtitle: String? = nil, title: String, type: LAAlertType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.badge = badge
        self.color = color
        self.icon = icon
        self.message = message
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - LAEndTimerRequest
public struct LAEndTimerRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAEndTimerState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAEndTimerState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
    }
}

/// A timer that counts down or up.
// MARK: - LAEndTimerState
public struct LAEndTimerState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    public var autoDismissMinutes: Int?
    public var color: LAColor?
    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    public var countsDown: Bool?
    /// How long the timer runs, in seconds; sending it resets the window.
    public var durationSeconds: Double?
    public var icon: LAIcon?
    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    public var isRunning: Bool?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LATimerType

    public enum CodingKeys: String, CodingKey {
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

    public init(autoDismissMinutes: Int? = nil, color: LAColor? = nil, countsDown: Bool? = nil, durationSeconds: Double? = nil, icon: LAIcon? = nil, isRunning: Bool? = nil, subtitle: String? = nil, title: String, type: LATimerType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.color = color
        self.countsDown = countsDown
        self.durationSeconds = durationSeconds
        self.icon = icon
        self.isRunning = isRunning
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
// MARK: - LAEndValueRequest
public struct LAEndValueRequest: Codable, Sendable {
    public var action: LAAction?
    /// The id in the response to the start.
    public var activityID: String
    public var contentState: LAEndValueState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels; leave out to keep them, send an empty list to remove them.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case activityID = "activity_id"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, activityID: String, contentState: LAEndValueState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.activityID = activityID
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// One large value.
// MARK: - LAEndValueState
public struct LAEndValueState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    public var autoDismissMinutes: Int?
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAValueType
    public var value: LADisplayedValue

    public enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case badge = "badge"
        case color = "color"
        case icon = "icon"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
        case value = "value"
    }

    public init(autoDismissMinutes: Int? = nil, badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, subtitle: String? = nil, title: String, type: LAValueType, value: LADisplayedValue) {
        self.autoDismissMinutes = autoDismissMinutes
        self.badge = badge
        self.color = color
        self.icon = icon
        self.subtitle = subtitle
        self.title = title
        self.type = type
        self.value = value
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - LAStreamSegmentedProgressRequest
public struct LAStreamSegmentedProgressRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    /// The slugs of the channels it is for.
    public var channels: [String]?
    public var contentState: LAStreamSegmentedProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, channels: [String]? = nil, contentState: LAStreamSegmentedProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.channels = channels
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
        self.target = target
    }
}

/// Progress in whole steps, shown as a bar of segments.
// MARK: - LAStreamSegmentedProgressState
public struct LAStreamSegmentedProgressState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen.
    public var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    public var autoDismissSeconds: Int?
    public var badge: LABadge?
    public var color: LAColor?
    /// How many segments are complete.
    public var currentStep: Int
    public var icon: LAIcon?
    /// How many segments the bar has; it may change at any time.
    public var numberOfSteps: Int?
    public var stepColor: LAColor?
    /// The colours of the completed steps.
    public var stepColors: [LAColor]?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LASegmentedProgressType

    public enum CodingKeys: String, CodingKey {
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

    public init(autoDismissMinutes: Int? = nil, autoDismissSeconds: Int? = nil, badge: LABadge? = nil, color: LAColor? = nil, currentStep: Int, icon: LAIcon? = nil, numberOfSteps: Int? = nil, stepColor: LAColor? = nil, stepColors: [LAColor]? = nil, subtitle: String? = nil, title: String, type: LASegmentedProgressType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.autoDismissSeconds = autoDismissSeconds
        self.badge = badge
        self.color = color
        self.currentStep = currentStep
        self.icon = icon
        self.numberOfSteps = numberOfSteps
        self.stepColor = stepColor
        self.stepColors = stepColors
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - LAStreamPercentageProgressRequest
public struct LAStreamPercentageProgressRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    /// The slugs of the channels it is for.
    public var channels: [String]?
    public var contentState: LAStreamPercentageProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, channels: [String]? = nil, contentState: LAStreamPercentageProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.channels = channels
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
        self.target = target
    }
}

/// Progress as a percentage, shown as a bar.
// MARK: - LAStreamPercentageProgressState
public struct LAStreamPercentageProgressState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen.
    public var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    public var autoDismissSeconds: Int?
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The progress in per cent.
    public var percentage: Double
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAProgressType

    public enum CodingKeys: String, CodingKey {
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

    public init(autoDismissMinutes: Int? = nil, autoDismissSeconds: Int? = nil, badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, percentage: Double, subtitle: String? = nil, title: String, type: LAProgressType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.autoDismissSeconds = autoDismissSeconds
        self.badge = badge
        self.color = color
        self.icon = icon
        self.percentage = percentage
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - LAStreamValueProgressRequest
public struct LAStreamValueProgressRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    /// The slugs of the channels it is for.
    public var channels: [String]?
    public var contentState: LAStreamValueProgressState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, channels: [String]? = nil, contentState: LAStreamValueProgressState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.channels = channels
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
        self.target = target
    }
}

/// Progress as a value out of a limit, shown as a bar.
// MARK: - LAStreamValueProgressState
public struct LAStreamValueProgressState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen.
    public var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    public var autoDismissSeconds: Int?
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The progress in per cent.
    public var percentage: Double?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAProgressType
    /// How much there is to do; together with value.
    public var upperLimit: Double
    /// How much is done; together with upper_limit.
    public var value: Double

    public enum CodingKeys: String, CodingKey {
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

    public init(autoDismissMinutes: Int? = nil, autoDismissSeconds: Int? = nil, badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, percentage: Double? = nil, subtitle: String? = nil, title: String, type: LAProgressType, upperLimit: Double, value: Double) {
        self.autoDismissMinutes = autoDismissMinutes
        self.autoDismissSeconds = autoDismissSeconds
        self.badge = badge
        self.color = color
        self.icon = icon
        self.percentage = percentage
        self.subtitle = subtitle
        self.title = title
        self.type = type
        self.upperLimit = upperLimit
        self.value = value
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - LAStreamMetricsRequest
public struct LAStreamMetricsRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    /// The slugs of the channels it is for.
    public var channels: [String]?
    public var contentState: LAStreamMetricsState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, channels: [String]? = nil, contentState: LAStreamMetricsState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.channels = channels
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
        self.target = target
    }
}

/// Metrics shown as bars; the card shows two of them.
// MARK: - LAStreamMetricsState
public struct LAStreamMetricsState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen.
    public var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    public var autoDismissSeconds: Int?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The readings.
    public var metrics: [LAMetric]
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAMetricsType

    public enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case autoDismissSeconds = "auto_dismiss_seconds"
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(autoDismissMinutes: Int? = nil, autoDismissSeconds: Int? = nil, color: LAColor? = nil, icon: LAIcon? = nil, metrics: [LAMetric], subtitle: String? = nil, title: String, type: LAMetricsType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.autoDismissSeconds = autoDismissSeconds
        self.color = color
        self.icon = icon
        self.metrics = metrics
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - LAStreamStatsRequest
public struct LAStreamStatsRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    /// The slugs of the channels it is for.
    public var channels: [String]?
    public var contentState: LAStreamStatsState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, channels: [String]? = nil, contentState: LAStreamStatsState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.channels = channels
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
        self.target = target
    }
}

/// Metrics shown as numbers or text; the card shows up to eight.
// MARK: - LAStreamStatsState
public struct LAStreamStatsState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen.
    public var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    public var autoDismissSeconds: Int?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The readings.
    public var metrics: [LAMetric]
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAStatsType

    public enum CodingKeys: String, CodingKey {
        case autoDismissMinutes = "auto_dismiss_minutes"
        case autoDismissSeconds = "auto_dismiss_seconds"
        case color = "color"
        case icon = "icon"
        case metrics = "metrics"
        case subtitle = "subtitle"
        case title = "title"
        case type = "type"
    }

    public init(autoDismissMinutes: Int? = nil, autoDismissSeconds: Int? = nil, color: LAColor? = nil, icon: LAIcon? = nil, metrics: [LAMetric], subtitle: String? = nil, title: String, type: LAStatsType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.autoDismissSeconds = autoDismissSeconds
        self.color = color
        self.icon = icon
        self.metrics = metrics
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - LAStreamAlertRequest
public struct LAStreamAlertRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    /// The slugs of the channels it is for.
    public var channels: [String]?
    public var contentState: LAStreamAlertState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, channels: [String]? = nil, contentState: LAStreamAlertState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.channels = channels
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
        self.target = target
    }
}

/// A message on the lock screen.
// MARK: - LAStreamAlertState
public struct LAStreamAlertState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen.
    public var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    public var autoDismissSeconds: Int?
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// What the alert says.
    public var message: String
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAAlertType

    public enum CodingKeys: String, CodingKey {
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

    public init(autoDismissMinutes: Int? = nil, autoDismissSeconds: Int? = nil, badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, message: String, subtitle: String? = nil, title: String, type: LAAlertType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.autoDismissSeconds = autoDismissSeconds
        self.badge = badge
        self.color = color
        self.icon = icon
        self.message = message
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - LAStreamTimerRequest
public struct LAStreamTimerRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    /// The slugs of the channels it is for.
    public var channels: [String]?
    public var contentState: LAStreamTimerState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, channels: [String]? = nil, contentState: LAStreamTimerState, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.channels = channels
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
        self.target = target
    }
}

/// A timer that counts down or up.
// MARK: - LAStreamTimerState
public struct LAStreamTimerState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen.
    public var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    public var autoDismissSeconds: Int?
    public var color: LAColor?
    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    public var countsDown: Bool?
    /// How long the timer runs, in seconds; sending it resets the window.
    public var durationSeconds: Double?
    public var icon: LAIcon?
    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    public var isRunning: Bool?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LATimerType

    public enum CodingKeys: String, CodingKey {
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

    public init(autoDismissMinutes: Int? = nil, autoDismissSeconds: Int? = nil, color: LAColor? = nil, countsDown: Bool? = nil, durationSeconds: Double? = nil, icon: LAIcon? = nil, isRunning: Bool? = nil, subtitle: String? = nil, title: String, type: LATimerType) {
        self.autoDismissMinutes = autoDismissMinutes
        self.autoDismissSeconds = autoDismissSeconds
        self.color = color
        self.countsDown = countsDown
        self.durationSeconds = durationSeconds
        self.icon = icon
        self.isRunning = isRunning
        self.subtitle = subtitle
        self.title = title
        self.type = type
    }
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
// MARK: - LAStreamValueRequest
public struct LAStreamValueRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    /// The slugs of the channels it is for.
    public var channels: [String]?
    public var contentState: LAStreamValueState
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?
    public var target: LATarget?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case channels = "channels"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
        case target = "target"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, channels: [String]? = nil, contentState: LAStreamValueState, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil, target: LATarget? = nil) {
        self.action = action
        self.alert = alert
        self.channels = channels
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
        self.target = target
    }
}

/// One large value.
// MARK: - LAStreamValueState
public struct LAStreamValueState: Codable, Sendable {
    /// Minutes an ended card stays on the lock screen.
    public var autoDismissMinutes: Int?
    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    public var autoDismissSeconds: Int?
    public var badge: LABadge?
    public var color: LAColor?
    public var icon: LAIcon?
    /// The second line of the card.
    public var subtitle: String?
    /// The first line of the card.
    public var title: String
    public var type: LAValueType
    public var value: LADisplayedValue

    public enum CodingKeys: String, CodingKey {
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

    public init(autoDismissMinutes: Int? = nil, autoDismissSeconds: Int? = nil, badge: LABadge? = nil, color: LAColor? = nil, icon: LAIcon? = nil, subtitle: String? = nil, title: String, type: LAValueType, value: LADisplayedValue) {
        self.autoDismissMinutes = autoDismissMinutes
        self.autoDismissSeconds = autoDismissSeconds
        self.badge = badge
        self.color = color
        self.icon = icon
        self.subtitle = subtitle
        self.title = title
        self.type = type
        self.value = value
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - LAEndStreamSegmentedProgressRequest
public struct LAEndStreamSegmentedProgressRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStreamSegmentedProgressState?
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStreamSegmentedProgressState? = nil, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - LAEndStreamPercentageProgressRequest
public struct LAEndStreamPercentageProgressRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStreamPercentageProgressState?
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStreamPercentageProgressState? = nil, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - LAEndStreamValueProgressRequest
public struct LAEndStreamValueProgressRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStreamValueProgressState?
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStreamValueProgressState? = nil, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - LAEndStreamMetricsRequest
public struct LAEndStreamMetricsRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStreamMetricsState?
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels for the request.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStreamMetricsState? = nil, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - LAEndStreamStatsRequest
public struct LAEndStreamStatsRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStreamStatsState?
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels for the request.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStreamStatsState? = nil, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - LAEndStreamAlertRequest
public struct LAEndStreamAlertRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStreamAlertState?
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStreamAlertState? = nil, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - LAEndStreamTimerRequest
public struct LAEndStreamTimerRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStreamTimerState?
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    /// Labels for the request.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStreamTimerState? = nil, metadata: [String: LAMetadataValue]? = nil, tags: [String]? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.tags = tags
    }
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
// MARK: - LAEndStreamValueRequest
public struct LAEndStreamValueRequest: Codable, Sendable {
    public var action: LAAction?
    public var alert: LAPushAlert?
    public var contentState: LAStreamValueState?
    /// What the details in the app show; an empty object clears it.
    public var metadata: [String: LAMetadataValue]?
    public var secondaryAction: LAAction?
    /// Labels for the request.
    public var tags: [String]?

    public enum CodingKeys: String, CodingKey {
        case action = "action"
        case alert = "alert"
        case contentState = "content_state"
        case metadata = "metadata"
        case secondaryAction = "secondary_action"
        case tags = "tags"
    }

    public init(action: LAAction? = nil, alert: LAPushAlert? = nil, contentState: LAStreamValueState? = nil, metadata: [String: LAMetadataValue]? = nil, secondaryAction: LAAction? = nil, tags: [String]? = nil) {
        self.action = action
        self.alert = alert
        self.contentState = contentState
        self.metadata = metadata
        self.secondaryAction = secondaryAction
        self.tags = tags
    }
}

// MARK: - Encode/decode helpers

public final class LAJSONNull: @unchecked Sendable, Codable, Hashable {

    public static func == (lhs: LAJSONNull, rhs: LAJSONNull) -> Bool {
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
            throw DecodingError.typeMismatch(LAJSONNull.self, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "Wrong type for LAJSONNull"))
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encodeNil()
    }
}

final class LAJSONCodingKey: @unchecked Sendable, CodingKey {
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

public final class LAJSONAny: @unchecked Sendable, Codable {

    public let value: Any

    public init(_ value: Any) {
        self.value = value
    }

    static func decodingError(forCodingPath codingPath: [CodingKey]) -> DecodingError {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "Cannot decode LAJSONAny")
        return DecodingError.typeMismatch(LAJSONAny.self, context)
    }

    static func encodingError(forValue value: Any, codingPath: [CodingKey]) -> EncodingError {
        let context = EncodingError.Context(codingPath: codingPath, debugDescription: "Cannot encode LAJSONAny")
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
            return LAJSONNull()
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
                return LAJSONNull()
            }
        }
        if var container = try? container.nestedUnkeyedContainer() {
            return try decodeArray(from: &container)
        }
        if var container = try? container.nestedContainer(keyedBy: LAJSONCodingKey.self) {
            return try decodeDictionary(from: &container)
        }
        throw decodingError(forCodingPath: container.codingPath)
    }

    static func decode(from container: inout KeyedDecodingContainer<LAJSONCodingKey>, forKey key: LAJSONCodingKey) throws -> Any {
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
                return LAJSONNull()
            }
        }
        if var container = try? container.nestedUnkeyedContainer(forKey: key) {
            return try decodeArray(from: &container)
        }
        if var container = try? container.nestedContainer(keyedBy: LAJSONCodingKey.self, forKey: key) {
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

    static func decodeDictionary(from container: inout KeyedDecodingContainer<LAJSONCodingKey>) throws -> [String: Any] {
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
            } else if let value = (value as? Int64) ?? (value as? Int).map({ Int64($0) }) {
                try container.encode(value)
            } else if let value = value as? Double {
                try container.encode(value)
            } else if let value = value as? String {
                try container.encode(value)
            } else if value is LAJSONNull || value is NSNull {
                try container.encodeNil()
            } else if let value = value as? [Any] {
                var container = container.nestedUnkeyedContainer()
                try encode(to: &container, array: value)
            } else if let value = value as? [String: Any] {
                var container = container.nestedContainer(keyedBy: LAJSONCodingKey.self)
                try encode(to: &container, dictionary: value)
            } else {
                throw encodingError(forValue: value, codingPath: container.codingPath)
            }
        }
    }

    static func encode(to container: inout KeyedEncodingContainer<LAJSONCodingKey>, dictionary: [String: Any]) throws {
        for (key, value) in dictionary {
            let key = LAJSONCodingKey(stringValue: key)!
            if let value = value as? Bool {
                try container.encode(value, forKey: key)
            } else if let value = (value as? Int64) ?? (value as? Int).map({ Int64($0) }) {
                try container.encode(value, forKey: key)
            } else if let value = value as? Double {
                try container.encode(value, forKey: key)
            } else if let value = value as? String {
                try container.encode(value, forKey: key)
            } else if value is LAJSONNull || value is NSNull {
                try container.encodeNil(forKey: key)
            } else if let value = value as? [Any] {
                var container = container.nestedUnkeyedContainer(forKey: key)
                try encode(to: &container, array: value)
            } else if let value = value as? [String: Any] {
                var container = container.nestedContainer(keyedBy: LAJSONCodingKey.self, forKey: key)
                try encode(to: &container, dictionary: value)
            } else {
                throw encodingError(forValue: value, codingPath: container.codingPath)
            }
        }
    }

    static func encode(to container: inout SingleValueEncodingContainer, value: Any) throws {
        if let value = value as? Bool {
            try container.encode(value)
        } else if let value = (value as? Int64) ?? (value as? Int).map({ Int64($0) }) {
            try container.encode(value)
        } else if let value = value as? Double {
            try container.encode(value)
        } else if let value = value as? String {
            try container.encode(value)
        } else if value is LAJSONNull || value is NSNull {
            try container.encodeNil()
        } else {
            throw encodingError(forValue: value, codingPath: container.codingPath)
        }
    }

    public required init(from decoder: Decoder) throws {
        if var arrayContainer = try? decoder.unkeyedContainer() {
            self.value = try LAJSONAny.decodeArray(from: &arrayContainer)
        } else if var container = try? decoder.container(keyedBy: LAJSONCodingKey.self) {
            self.value = try LAJSONAny.decodeDictionary(from: &container)
        } else {
            let container = try decoder.singleValueContainer()
            self.value = try LAJSONAny.decode(from: container)
        }
    }

    public func encode(to encoder: Encoder) throws {
        if let arr = self.value as? [Any] {
            var container = encoder.unkeyedContainer()
            try LAJSONAny.encode(to: &container, array: arr)
        } else if let dict = self.value as? [String: Any] {
            var container = encoder.container(keyedBy: LAJSONCodingKey.self)
            try LAJSONAny.encode(to: &container, dictionary: dict)
        } else {
            var container = encoder.singleValueContainer()
            try LAJSONAny.encode(to: &container, value: self.value)
        }
    }
}
