// Code generated from schemas/types/all.schema.json by quicktype 26.0.0. DO NOT EDIT.
// The commands for Rust in schemas/README.md made it.

use serde::{Serialize, Deserialize};
use std::collections::HashMap;

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartSegmentedProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    pub content_state: StartSegmentedProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// A button, and what a tap on it does.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// What is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<HashMap<String, Option<serde_json::Value>>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<WebhookMethod>,

    /// What the button says.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: ActionType,

    /// What a tap opens, or what the service calls.
    pub url: String,
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionType {
    #[serde(rename = "open_url")]
    OpenUrl,

    Webhook,
}

/// The HTTP method with which the service calls a webhook: POST by default.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum WebhookMethod {
    #[serde(rename = "GET")]
    Get,

    #[serde(rename = "POST")]
    Post,
}

/// The push notification that is shown with a change; not the activity type `alert`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PushAlert {
    /// Its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,

    /// Its first line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// Progress in whole steps, shown as a bar of segments.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartSegmentedProgressState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// How many segments are complete.
    pub current_step: i64,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// How many segments the bar has; it may change at any time.
    pub number_of_steps: i64,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_color: Option<Color>,

    /// The colours of the completed steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_colors: Option<Vec<Color>>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: SegmentedProgressType,
}

/// A short label in a rounded box, such as `NEW`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Badge {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// The text in the box.
    pub title: String,
}

/// The colours that the service supports.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Color {
    Blue,

    Cyan,

    Gray,

    Green,

    Lime,

    Magenta,

    Orange,

    Purple,

    Red,

    Yellow,
}

/// A symbol next to the title.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Icon {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// The name of an Apple SF Symbol.
    pub symbol: String,
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SegmentedProgressType {
    #[serde(rename = "segmented_progress")]
    SegmentedProgress,
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum MetadataValue {
    Bool(bool),

    Double(f64),

    String(String),
}

/// The recipients of a request.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The slugs of the channels.
    pub channels: Vec<String>,
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartPercentageProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    pub content_state: PercentageProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// Progress as a percentage, shown as a bar.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PercentageProgressState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The progress in per cent.
    pub percentage: f64,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: ProgressType,
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProgressType {
    Progress,
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartValueProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    pub content_state: ValueProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// Progress as a value out of a limit, shown as a bar.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValueProgressState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The progress in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentage: Option<f64>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: ProgressType,

    /// How much there is to do; together with value.
    pub upper_limit: f64,

    /// How much is done; together with upper_limit.
    pub value: f64,
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartMetricsRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    pub content_state: MetricsState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// Metrics shown as bars; the card shows two of them.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MetricsState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The readings.
    pub metrics: Vec<Metric>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: MetricsType,
}

/// One labelled value of a `metrics` or `stats` activity.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Metric {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// What is measured.
    pub label: String,

    /// What the value counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,

    pub value: MetricValue,
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum MetricValue {
    Double(f64),

    String(String),
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MetricsType {
    Metrics,
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartStatsRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    pub content_state: StatsState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// Metrics shown as numbers or text; the card shows up to eight.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatsState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The readings.
    pub metrics: Vec<Metric>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: StatsType,
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatsType {
    Stats,
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartAlertRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    pub content_state: AlertState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// A message on the lock screen.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AlertState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// What the alert says.
    pub message: String,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: AlertType,
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlertType {
    Alert,
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartCountdownTimerRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    pub content_state: CountdownTimerState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// A timer that counts down from a duration.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountdownTimerState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// Whether the timer counts down rather than up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts_down: Option<bool>,

    /// How long the timer runs, in seconds; sending it resets the window.
    pub duration_seconds: f64,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_running: Option<bool>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: TimerType,
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimerType {
    Timer,
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartStopwatchTimerRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    pub content_state: StopwatchTimerState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// A timer that counts up, with or without a duration.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StopwatchTimerState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// Whether the timer counts down rather than up.
    pub counts_down: bool,

    /// How long the timer runs, in seconds; sending it resets the window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_seconds: Option<f64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_running: Option<bool>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: TimerType,
}

/// Start an activity: `POST /live-activity/start` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartValueRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    pub content_state: ValueState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// One large value.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValueState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: ValueType,

    pub value: DisplayedValue,
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum DisplayedValue {
    Double(f64),

    String(String),
}

#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueType {
    Value,
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UpdateSegmentedProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: SegmentedProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Progress in whole steps, shown as a bar of segments.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SegmentedProgressState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// How many segments are complete.
    pub current_step: i64,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// How many segments the bar has; it may change at any time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number_of_steps: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_color: Option<Color>,

    /// The colours of the completed steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_colors: Option<Vec<Color>>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: SegmentedProgressType,
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UpdatePercentageProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: PercentageProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UpdateValueProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: ValueProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UpdateMetricsRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: MetricsState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UpdateStatsRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: StatsState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UpdateAlertRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: AlertState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UpdateTimerRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: TimerState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// A timer that counts down or up.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimerState {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts_down: Option<bool>,

    /// How long the timer runs, in seconds; sending it resets the window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_seconds: Option<f64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_running: Option<bool>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: TimerType,
}

/// Update an activity: `POST /live-activity/update` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UpdateValueRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: ValueState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndSegmentedProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: EndSegmentedProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Progress in whole steps, shown as a bar of segments.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndSegmentedProgressState {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// How many segments are complete.
    pub current_step: i64,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// How many segments the bar has; it may change at any time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number_of_steps: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_color: Option<Color>,

    /// The colours of the completed steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_colors: Option<Vec<Color>>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: SegmentedProgressType,
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndPercentageProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: EndPercentageProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Progress as a percentage, shown as a bar.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndPercentageProgressState {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The progress in per cent.
    pub percentage: f64,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: ProgressType,
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndValueProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: EndValueProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Progress as a value out of a limit, shown as a bar.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndValueProgressState {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The progress in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentage: Option<f64>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: ProgressType,

    /// How much there is to do; together with value.
    pub upper_limit: f64,

    /// How much is done; together with upper_limit.
    pub value: f64,
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndMetricsRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: EndMetricsState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Metrics shown as bars; the card shows two of them.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndMetricsState {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The readings.
    pub metrics: Vec<Metric>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: MetricsType,
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndStatsRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: EndStatsState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Metrics shown as numbers or text; the card shows up to eight.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndStatsState {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The readings.
    pub metrics: Vec<Metric>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: StatsType,
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndAlertRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: EndAlertState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// A message on the lock screen.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndAlertState {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// What the alert says.
    pub message: String,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: AlertType,
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndTimerRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: EndTimerState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// A timer that counts down or up.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndTimerState {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts_down: Option<bool>,

    /// How long the timer runs, in seconds; sending it resets the window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_seconds: Option<f64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_running: Option<bool>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: TimerType,
}

/// End an activity: `POST /live-activity/end` (legacy, still supported).
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndValueRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    /// The id in the response to the start.
    pub activity_id: String,

    pub content_state: EndValueState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels; leave out to keep them, send an empty list to remove them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// One large value.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndValueState {
    /// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: ValueType,

    pub value: DisplayedValue,
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamSegmentedProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    /// The slugs of the channels it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,

    pub content_state: StreamSegmentedProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// Progress in whole steps, shown as a bar of segments.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamSegmentedProgressState {
    /// Minutes an ended card stays on the lock screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_seconds: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// How many segments are complete.
    pub current_step: i64,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// How many segments the bar has; it may change at any time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number_of_steps: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_color: Option<Color>,

    /// The colours of the completed steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_colors: Option<Vec<Color>>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: SegmentedProgressType,
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamPercentageProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    /// The slugs of the channels it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,

    pub content_state: StreamPercentageProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// Progress as a percentage, shown as a bar.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamPercentageProgressState {
    /// Minutes an ended card stays on the lock screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_seconds: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The progress in per cent.
    pub percentage: f64,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: ProgressType,
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamValueProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    /// The slugs of the channels it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,

    pub content_state: StreamValueProgressState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// Progress as a value out of a limit, shown as a bar.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamValueProgressState {
    /// Minutes an ended card stays on the lock screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_seconds: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The progress in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentage: Option<f64>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: ProgressType,

    /// How much there is to do; together with value.
    pub upper_limit: f64,

    /// How much is done; together with upper_limit.
    pub value: f64,
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamMetricsRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    /// The slugs of the channels it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,

    pub content_state: StreamMetricsState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// Metrics shown as bars; the card shows two of them.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamMetricsState {
    /// Minutes an ended card stays on the lock screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_seconds: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The readings.
    pub metrics: Vec<Metric>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: MetricsType,
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamStatsRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    /// The slugs of the channels it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,

    pub content_state: StreamStatsState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// Metrics shown as numbers or text; the card shows up to eight.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamStatsState {
    /// Minutes an ended card stays on the lock screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_seconds: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The readings.
    pub metrics: Vec<Metric>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: StatsType,
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamAlertRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    /// The slugs of the channels it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,

    pub content_state: StreamAlertState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// A message on the lock screen.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamAlertState {
    /// Minutes an ended card stays on the lock screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_seconds: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// What the alert says.
    pub message: String,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: AlertType,
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamTimerRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    /// The slugs of the channels it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,

    pub content_state: StreamTimerState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// A timer that counts down or up.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamTimerState {
    /// Minutes an ended card stays on the lock screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_seconds: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    /// Whether the timer counts down rather than up. If it is left out, the service assumes true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts_down: Option<bool>,

    /// How long the timer runs, in seconds; sending it resets the window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_seconds: Option<f64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_running: Option<bool>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: TimerType,
}

/// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamValueRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    /// The slugs of the channels it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,

    pub content_state: StreamValueState,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// One large value.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamValueState {
    /// Minutes an ended card stays on the lock screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_minutes: Option<i64>,

    /// Seconds an ended card stays on the lock screen; they take precedence over minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_dismiss_seconds: Option<i64>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,

    /// The second line of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,

    /// The first line of the card.
    pub title: String,

    #[serde(rename = "type")]
    pub kind: ValueType,

    pub value: DisplayedValue,
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndStreamSegmentedProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_state: Option<StreamSegmentedProgressState>,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndStreamPercentageProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_state: Option<StreamPercentageProgressState>,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndStreamValueProgressRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_state: Option<StreamValueProgressState>,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndStreamMetricsRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_state: Option<StreamMetricsState>,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndStreamStatsRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_state: Option<StreamStatsState>,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndStreamAlertRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_state: Option<StreamAlertState>,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndStreamTimerRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_state: Option<StreamTimerState>,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
#[allow(dead_code)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndStreamValueRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<PushAlert>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_state: Option<StreamValueState>,

    /// What the details in the app show; an empty object clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<HashMap<String, MetadataValue>>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary_action: Option<Action>,

    /// Labels for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}
