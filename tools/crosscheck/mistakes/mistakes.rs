// Each block has one mistake; the first has none.
use live_activity::*;

fn state() -> PercentageProgressState {
    PercentageProgressState { kind: ProgressType::Progress, title: "Build".into(), percentage: 50.0, badge: None, color: None, icon: None, subtitle: None }
}

fn button() -> Action {
    Action { kind: ActionType::OpenUrl, title: "Open".into(), url: "https://example.com".into(), body: None, method: None }
}

fn metric() -> Metric {
    Metric { label: "CPU".into(), value: MetricValue::Double(1.0), color: None, unit: None }
}

fn timer() -> TimerState {
    TimerState { kind: TimerType::Timer, title: "Build".into(), color: None, counts_down: None, duration_seconds: None, icon: None, is_running: None, subtitle: None }
}

pub fn right() {
    let _ = UpdatePercentageProgressRequest { activity_id: "a".into(), content_state: state(), action: Some(button()), metadata: None, secondary_action: None, tags: None };
    let _ = UpdateTimerRequest { activity_id: "a".into(), content_state: timer(), action: Some(button()), metadata: None, tags: None };
    let _ = ValueProgressState { kind: ProgressType::Progress, title: "Build".into(), value: 3.0, upper_limit: 4.0, badge: None, color: None, icon: None, percentage: None, subtitle: None };
    let _ = metric();
}

// mistake: unknown type
pub fn unknown_type() {
    let _ = PercentageProgressState { kind: ProgressType::Bar, ..state() };
}

// mistake: unknown colour
pub fn unknown_colour() {
    let _ = PercentageProgressState { color: Some(Color::Crimson), ..state() };
}

// mistake: title missing
pub fn title_missing() {
    let _ = PercentageProgressState { kind: ProgressType::Progress, percentage: 50.0, badge: None, color: None, icon: None, subtitle: None };
}

// mistake: field of the type missing
pub fn field_of_the_type_missing() {
    let _ = PercentageProgressState { kind: ProgressType::Progress, title: "Build".into(), badge: None, color: None, icon: None, subtitle: None };
}

// mistake: `value` without `upper_limit`
pub fn value_without_upper_limit() {
    let _ = ValueProgressState { kind: ProgressType::Progress, title: "Build".into(), value: 3.0, badge: None, color: None, icon: None, percentage: None, subtitle: None };
}

// mistake: field of another type
pub fn field_of_another_type() {
    let _ = PercentageProgressState { message: "Done".into(), ..state() };
}

// mistake: second button on a timer
pub fn second_button_on_a_timer() {
    let _ = UpdateTimerRequest { activity_id: "a".into(), content_state: timer(), action: Some(button()), metadata: None, secondary_action: Some(button()), tags: None };
}

// mistake: `body` on an `open_url` button
pub fn body_on_an_open_url_button() {
    let _ = Action { body: Some([("job".into(), Some(17.into()))].into()), ..button() };
}

// mistake: misspelt field
pub fn misspelt_field() {
    let _ = PercentageProgressState { subtitel: Some("Tests".into()), ..state() };
}

// mistake: text for a number
pub fn text_for_a_number() {
    let _ = PercentageProgressState { percentage: "50".into(), ..state() };
}

// mistake: `percentage` of 150
pub fn percentage_of_150() {
    let _ = PercentageProgressState { percentage: 150.0, ..state() };
}

// mistake: nine metrics
pub fn nine_metrics() {
    let _ = MetricsState { kind: MetricsType::Metrics, title: "Server".into(), metrics: vec![metric(); 9], color: None, icon: None, subtitle: None };
}

// mistake: empty label of a metric
pub fn empty_label_of_a_metric() {
    let _ = Metric { label: "".into(), ..metric() };
}

// mistake: URL without a scheme
pub fn url_without_a_scheme() {
    let _ = Action { url: "example.com".into(), ..button() };
}

// mistake: step past the end
pub fn step_past_the_end() {
    let _ = SegmentedProgressState { kind: SegmentedProgressType::SegmentedProgress, title: "Build".into(), current_step: 5, number_of_steps: Some(4), badge: None, color: None, icon: None, step_color: None, step_colors: None, subtitle: None };
}
