mod live_activity;
use live_activity::*;

fn main() {
    let request = StreamPercentageProgressRequest {
        content_state: StreamPercentageProgressState {
            kind: ProgressType::Progress, title: "Build".into(), percentage: 40.0, auto_dismiss_minutes: None,
            auto_dismiss_seconds: None, badge: None, color: None, icon: None, subtitle: None,
        },
        action: Some(Action {
            kind: ActionType::Webhook, title: "Cancel".into(), url: "https://example.com/cancel".into(), method: None,
            body: Some([("job".into(), Some(17.into()))].into()),
        }),
        alert: None, channels: None, metadata: None, secondary_action: None, tags: None, target: None,
    };
    println!("{}", serde_json::to_string(&request).unwrap());
}
