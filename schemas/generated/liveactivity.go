// Code generated from schemas/types/all.schema.json by quicktype 26.0.0. DO NOT EDIT.
// The commands for Go in schemas/README.md made it.
// It needs Go 1.24 or later, and a folder of its own.

//go:build go1.24

package liveactivity

import "bytes"
import "errors"

import "encoding/json"

func UnmarshalStartSegmentedProgressRequest(data []byte) (StartSegmentedProgressRequest, error) {
	var r StartSegmentedProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StartSegmentedProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStartPercentageProgressRequest(data []byte) (StartPercentageProgressRequest, error) {
	var r StartPercentageProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StartPercentageProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStartValueProgressRequest(data []byte) (StartValueProgressRequest, error) {
	var r StartValueProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StartValueProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStartMetricsRequest(data []byte) (StartMetricsRequest, error) {
	var r StartMetricsRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StartMetricsRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStartStatsRequest(data []byte) (StartStatsRequest, error) {
	var r StartStatsRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StartStatsRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStartAlertRequest(data []byte) (StartAlertRequest, error) {
	var r StartAlertRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StartAlertRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStartCountdownTimerRequest(data []byte) (StartCountdownTimerRequest, error) {
	var r StartCountdownTimerRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StartCountdownTimerRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStartStopwatchTimerRequest(data []byte) (StartStopwatchTimerRequest, error) {
	var r StartStopwatchTimerRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StartStopwatchTimerRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStartValueRequest(data []byte) (StartValueRequest, error) {
	var r StartValueRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StartValueRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalUpdateSegmentedProgressRequest(data []byte) (UpdateSegmentedProgressRequest, error) {
	var r UpdateSegmentedProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *UpdateSegmentedProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalUpdatePercentageProgressRequest(data []byte) (UpdatePercentageProgressRequest, error) {
	var r UpdatePercentageProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *UpdatePercentageProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalUpdateValueProgressRequest(data []byte) (UpdateValueProgressRequest, error) {
	var r UpdateValueProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *UpdateValueProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalUpdateMetricsRequest(data []byte) (UpdateMetricsRequest, error) {
	var r UpdateMetricsRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *UpdateMetricsRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalUpdateStatsRequest(data []byte) (UpdateStatsRequest, error) {
	var r UpdateStatsRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *UpdateStatsRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalUpdateAlertRequest(data []byte) (UpdateAlertRequest, error) {
	var r UpdateAlertRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *UpdateAlertRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalUpdateTimerRequest(data []byte) (UpdateTimerRequest, error) {
	var r UpdateTimerRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *UpdateTimerRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalUpdateValueRequest(data []byte) (UpdateValueRequest, error) {
	var r UpdateValueRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *UpdateValueRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndSegmentedProgressRequest(data []byte) (EndSegmentedProgressRequest, error) {
	var r EndSegmentedProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndSegmentedProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndPercentageProgressRequest(data []byte) (EndPercentageProgressRequest, error) {
	var r EndPercentageProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndPercentageProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndValueProgressRequest(data []byte) (EndValueProgressRequest, error) {
	var r EndValueProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndValueProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndMetricsRequest(data []byte) (EndMetricsRequest, error) {
	var r EndMetricsRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndMetricsRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndStatsRequest(data []byte) (EndStatsRequest, error) {
	var r EndStatsRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndStatsRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndAlertRequest(data []byte) (EndAlertRequest, error) {
	var r EndAlertRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndAlertRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndTimerRequest(data []byte) (EndTimerRequest, error) {
	var r EndTimerRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndTimerRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndValueRequest(data []byte) (EndValueRequest, error) {
	var r EndValueRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndValueRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamSegmentedProgressRequest(data []byte) (StreamSegmentedProgressRequest, error) {
	var r StreamSegmentedProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamSegmentedProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamPercentageProgressRequest(data []byte) (StreamPercentageProgressRequest, error) {
	var r StreamPercentageProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamPercentageProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamValueProgressRequest(data []byte) (StreamValueProgressRequest, error) {
	var r StreamValueProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamValueProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamMetricsRequest(data []byte) (StreamMetricsRequest, error) {
	var r StreamMetricsRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamMetricsRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamStatsRequest(data []byte) (StreamStatsRequest, error) {
	var r StreamStatsRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamStatsRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamAlertRequest(data []byte) (StreamAlertRequest, error) {
	var r StreamAlertRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamAlertRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamTimerRequest(data []byte) (StreamTimerRequest, error) {
	var r StreamTimerRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamTimerRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamValueRequest(data []byte) (StreamValueRequest, error) {
	var r StreamValueRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamValueRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndStreamSegmentedProgressRequest(data []byte) (EndStreamSegmentedProgressRequest, error) {
	var r EndStreamSegmentedProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndStreamSegmentedProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndStreamPercentageProgressRequest(data []byte) (EndStreamPercentageProgressRequest, error) {
	var r EndStreamPercentageProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndStreamPercentageProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndStreamValueProgressRequest(data []byte) (EndStreamValueProgressRequest, error) {
	var r EndStreamValueProgressRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndStreamValueProgressRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndStreamMetricsRequest(data []byte) (EndStreamMetricsRequest, error) {
	var r EndStreamMetricsRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndStreamMetricsRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndStreamStatsRequest(data []byte) (EndStreamStatsRequest, error) {
	var r EndStreamStatsRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndStreamStatsRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndStreamAlertRequest(data []byte) (EndStreamAlertRequest, error) {
	var r EndStreamAlertRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndStreamAlertRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndStreamTimerRequest(data []byte) (EndStreamTimerRequest, error) {
	var r EndStreamTimerRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndStreamTimerRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndStreamValueRequest(data []byte) (EndStreamValueRequest, error) {
	var r EndStreamValueRequest
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndStreamValueRequest) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalSegmentedProgressType(data []byte) (SegmentedProgressType, error) {
	var r SegmentedProgressType
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *SegmentedProgressType) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalColor(data []byte) (Color, error) {
	var r Color
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *Color) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalIcon(data []byte) (Icon, error) {
	var r Icon
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *Icon) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalBadge(data []byte) (Badge, error) {
	var r Badge
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *Badge) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalSegmentedProgressState(data []byte) (SegmentedProgressState, error) {
	var r SegmentedProgressState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *SegmentedProgressState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalWebhookMethod(data []byte) (WebhookMethod, error) {
	var r WebhookMethod
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *WebhookMethod) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalMetadataValue(data []byte) (MetadataValue, error) {
	var r MetadataValue
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *MetadataValue) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalProgressType(data []byte) (ProgressType, error) {
	var r ProgressType
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *ProgressType) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalPercentageProgressState(data []byte) (PercentageProgressState, error) {
	var r PercentageProgressState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *PercentageProgressState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalValueProgressState(data []byte) (ValueProgressState, error) {
	var r ValueProgressState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *ValueProgressState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalMetricsType(data []byte) (MetricsType, error) {
	var r MetricsType
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *MetricsType) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalMetric(data []byte) (Metric, error) {
	var r Metric
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *Metric) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalMetricValue(data []byte) (MetricValue, error) {
	var r MetricValue
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *MetricValue) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalMetricsState(data []byte) (MetricsState, error) {
	var r MetricsState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *MetricsState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStatsType(data []byte) (StatsType, error) {
	var r StatsType
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StatsType) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStatsState(data []byte) (StatsState, error) {
	var r StatsState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StatsState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalAlertType(data []byte) (AlertType, error) {
	var r AlertType
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *AlertType) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalAlertState(data []byte) (AlertState, error) {
	var r AlertState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *AlertState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalTimerType(data []byte) (TimerType, error) {
	var r TimerType
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *TimerType) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalTimerState(data []byte) (TimerState, error) {
	var r TimerState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *TimerState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalValueType(data []byte) (ValueType, error) {
	var r ValueType
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *ValueType) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalDisplayedValue(data []byte) (DisplayedValue, error) {
	var r DisplayedValue
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *DisplayedValue) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalValueState(data []byte) (ValueState, error) {
	var r ValueState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *ValueState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStartSegmentedProgressState(data []byte) (StartSegmentedProgressState, error) {
	var r StartSegmentedProgressState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StartSegmentedProgressState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalPushAlert(data []byte) (PushAlert, error) {
	var r PushAlert
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *PushAlert) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalTarget(data []byte) (Target, error) {
	var r Target
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *Target) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalCountdownTimerState(data []byte) (CountdownTimerState, error) {
	var r CountdownTimerState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *CountdownTimerState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStopwatchTimerState(data []byte) (StopwatchTimerState, error) {
	var r StopwatchTimerState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StopwatchTimerState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndSegmentedProgressState(data []byte) (EndSegmentedProgressState, error) {
	var r EndSegmentedProgressState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndSegmentedProgressState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndPercentageProgressState(data []byte) (EndPercentageProgressState, error) {
	var r EndPercentageProgressState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndPercentageProgressState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndValueProgressState(data []byte) (EndValueProgressState, error) {
	var r EndValueProgressState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndValueProgressState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndMetricsState(data []byte) (EndMetricsState, error) {
	var r EndMetricsState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndMetricsState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndStatsState(data []byte) (EndStatsState, error) {
	var r EndStatsState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndStatsState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndAlertState(data []byte) (EndAlertState, error) {
	var r EndAlertState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndAlertState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndTimerState(data []byte) (EndTimerState, error) {
	var r EndTimerState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndTimerState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalEndValueState(data []byte) (EndValueState, error) {
	var r EndValueState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *EndValueState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamSegmentedProgressState(data []byte) (StreamSegmentedProgressState, error) {
	var r StreamSegmentedProgressState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamSegmentedProgressState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamPercentageProgressState(data []byte) (StreamPercentageProgressState, error) {
	var r StreamPercentageProgressState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamPercentageProgressState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamValueProgressState(data []byte) (StreamValueProgressState, error) {
	var r StreamValueProgressState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamValueProgressState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamMetricsState(data []byte) (StreamMetricsState, error) {
	var r StreamMetricsState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamMetricsState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamStatsState(data []byte) (StreamStatsState, error) {
	var r StreamStatsState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamStatsState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamAlertState(data []byte) (StreamAlertState, error) {
	var r StreamAlertState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamAlertState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamTimerState(data []byte) (StreamTimerState, error) {
	var r StreamTimerState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamTimerState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalStreamValueState(data []byte) (StreamValueState, error) {
	var r StreamValueState
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *StreamValueState) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalActionType(data []byte) (ActionType, error) {
	var r ActionType
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *ActionType) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

func UnmarshalAction(data []byte) (Action, error) {
	var r Action
	err := json.Unmarshal(data, &r)
	return r, err
}

func (r *Action) Marshal() ([]byte, error) {
	return json.Marshal(r)
}

// Start an activity: `POST /live-activity/start` (legacy, still supported).
type StartSegmentedProgressRequest struct {
	Action       *Action                     `json:"action,omitzero"`
	Alert        *PushAlert                  `json:"alert,omitzero"`
	ContentState StartSegmentedProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// A button, and what a tap on it does.
type Action struct {
	// What is sent.
	Body   map[string]interface{} `json:"body,omitzero"`
	Method *WebhookMethod         `json:"method,omitzero"`
	// What the button says.
	Title string     `json:"title"`
	Type  ActionType `json:"type"`
	// What a tap opens, or what the service calls.
	URL string `json:"url"`
}

// The push notification that is shown with a change; not the activity type `alert`.
type PushAlert struct {
	// Its text.
	Body *string `json:"body,omitzero"`
	// Its first line.
	Title *string `json:"title,omitzero"`
}

// Progress in whole steps, shown as a bar of segments.
type StartSegmentedProgressState struct {
	Badge *Badge `json:"badge,omitzero"`
	Color *Color `json:"color,omitzero"`
	// How many segments are complete.
	CurrentStep int64 `json:"current_step"`
	Icon        *Icon `json:"icon,omitzero"`
	// How many segments the bar has; it may change at any time.
	NumberOfSteps int64  `json:"number_of_steps"`
	StepColor     *Color `json:"step_color,omitzero"`
	// The colours of the completed steps.
	StepColors []Color `json:"step_colors,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string                `json:"title"`
	Type  SegmentedProgressType `json:"type"`
}

// A short label in a rounded box, such as `NEW`.
type Badge struct {
	Color *Color `json:"color,omitzero"`
	// The text in the box.
	Title string `json:"title"`
}

// A symbol next to the title.
type Icon struct {
	Color *Color `json:"color,omitzero"`
	// The name of an Apple SF Symbol.
	Symbol string `json:"symbol"`
}

// The recipients of a request.
type Target struct {
	// The slugs of the channels.
	Channels []string `json:"channels"`
}

// Start an activity: `POST /live-activity/start` (legacy, still supported).
type StartPercentageProgressRequest struct {
	Action       *Action                 `json:"action,omitzero"`
	Alert        *PushAlert              `json:"alert,omitzero"`
	ContentState PercentageProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// Progress as a percentage, shown as a bar.
type PercentageProgressState struct {
	Badge *Badge `json:"badge,omitzero"`
	Color *Color `json:"color,omitzero"`
	Icon  *Icon  `json:"icon,omitzero"`
	// The progress in per cent.
	Percentage float64 `json:"percentage"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string       `json:"title"`
	Type  ProgressType `json:"type"`
}

// Start an activity: `POST /live-activity/start` (legacy, still supported).
type StartValueProgressRequest struct {
	Action       *Action            `json:"action,omitzero"`
	Alert        *PushAlert         `json:"alert,omitzero"`
	ContentState ValueProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// Progress as a value out of a limit, shown as a bar.
type ValueProgressState struct {
	Badge *Badge `json:"badge,omitzero"`
	Color *Color `json:"color,omitzero"`
	Icon  *Icon  `json:"icon,omitzero"`
	// The progress in per cent.
	Percentage *float64 `json:"percentage,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string       `json:"title"`
	Type  ProgressType `json:"type"`
	// How much there is to do; together with value.
	UpperLimit float64 `json:"upper_limit"`
	// How much is done; together with upper_limit.
	Value float64 `json:"value"`
}

// Start an activity: `POST /live-activity/start` (legacy, still supported).
type StartMetricsRequest struct {
	Action       *Action      `json:"action,omitzero"`
	Alert        *PushAlert   `json:"alert,omitzero"`
	ContentState MetricsState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// Metrics shown as bars; the card shows two of them.
type MetricsState struct {
	Color *Color `json:"color,omitzero"`
	Icon  *Icon  `json:"icon,omitzero"`
	// The readings.
	Metrics []Metric `json:"metrics"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string      `json:"title"`
	Type  MetricsType `json:"type"`
}

// One labelled value of a `metrics` or `stats` activity.
type Metric struct {
	Color *Color `json:"color,omitzero"`
	// What is measured.
	Label string `json:"label"`
	// What the value counts.
	Unit  *string      `json:"unit,omitzero"`
	Value *MetricValue `json:"value"`
}

// Start an activity: `POST /live-activity/start` (legacy, still supported).
type StartStatsRequest struct {
	Action       *Action    `json:"action,omitzero"`
	Alert        *PushAlert `json:"alert,omitzero"`
	ContentState StatsState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// Metrics shown as numbers or text; the card shows up to eight.
type StatsState struct {
	Color *Color `json:"color,omitzero"`
	Icon  *Icon  `json:"icon,omitzero"`
	// The readings.
	Metrics []Metric `json:"metrics"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  StatsType `json:"type"`
}

// Start an activity: `POST /live-activity/start` (legacy, still supported).
type StartAlertRequest struct {
	Action       *Action    `json:"action,omitzero"`
	Alert        *PushAlert `json:"alert,omitzero"`
	ContentState AlertState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// A message on the lock screen.
type AlertState struct {
	Badge *Badge `json:"badge,omitzero"`
	Color *Color `json:"color,omitzero"`
	Icon  *Icon  `json:"icon,omitzero"`
	// What the alert says.
	Message string `json:"message"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  AlertType `json:"type"`
}

// Start an activity: `POST /live-activity/start` (legacy, still supported).
type StartCountdownTimerRequest struct {
	Action       *Action             `json:"action,omitzero"`
	Alert        *PushAlert          `json:"alert,omitzero"`
	ContentState CountdownTimerState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// A timer that counts down from a duration.
type CountdownTimerState struct {
	Color *Color `json:"color,omitzero"`
	// Whether the timer counts down rather than up.
	CountsDown *bool `json:"counts_down,omitzero"`
	// How long the timer runs, in seconds; sending it resets the window.
	DurationSeconds float64 `json:"duration_seconds"`
	Icon            *Icon   `json:"icon,omitzero"`
	// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
	IsRunning *bool `json:"is_running,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  TimerType `json:"type"`
}

// Start an activity: `POST /live-activity/start` (legacy, still supported).
type StartStopwatchTimerRequest struct {
	Action       *Action             `json:"action,omitzero"`
	Alert        *PushAlert          `json:"alert,omitzero"`
	ContentState StopwatchTimerState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// A timer that counts up, with or without a duration.
type StopwatchTimerState struct {
	Color *Color `json:"color,omitzero"`
	// Whether the timer counts down rather than up.
	CountsDown bool `json:"counts_down"`
	// How long the timer runs, in seconds; sending it resets the window.
	DurationSeconds *float64 `json:"duration_seconds,omitzero"`
	Icon            *Icon    `json:"icon,omitzero"`
	// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
	IsRunning *bool `json:"is_running,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  TimerType `json:"type"`
}

// Start an activity: `POST /live-activity/start` (legacy, still supported).
type StartValueRequest struct {
	Action       *Action    `json:"action,omitzero"`
	Alert        *PushAlert `json:"alert,omitzero"`
	ContentState ValueState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// One large value.
type ValueState struct {
	Badge *Badge `json:"badge,omitzero"`
	Color *Color `json:"color,omitzero"`
	Icon  *Icon  `json:"icon,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string          `json:"title"`
	Type  ValueType       `json:"type"`
	Value *DisplayedValue `json:"value"`
}

// Update an activity: `POST /live-activity/update` (legacy, still supported).
type UpdateSegmentedProgressRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string                 `json:"activity_id"`
	ContentState SegmentedProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Progress in whole steps, shown as a bar of segments.
type SegmentedProgressState struct {
	Badge *Badge `json:"badge,omitzero"`
	Color *Color `json:"color,omitzero"`
	// How many segments are complete.
	CurrentStep int64 `json:"current_step"`
	Icon        *Icon `json:"icon,omitzero"`
	// How many segments the bar has; it may change at any time.
	NumberOfSteps *int64 `json:"number_of_steps,omitzero"`
	StepColor     *Color `json:"step_color,omitzero"`
	// The colours of the completed steps.
	StepColors []Color `json:"step_colors,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string                `json:"title"`
	Type  SegmentedProgressType `json:"type"`
}

// Update an activity: `POST /live-activity/update` (legacy, still supported).
type UpdatePercentageProgressRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string                  `json:"activity_id"`
	ContentState PercentageProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Update an activity: `POST /live-activity/update` (legacy, still supported).
type UpdateValueProgressRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string             `json:"activity_id"`
	ContentState ValueProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Update an activity: `POST /live-activity/update` (legacy, still supported).
type UpdateMetricsRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string       `json:"activity_id"`
	ContentState MetricsState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Update an activity: `POST /live-activity/update` (legacy, still supported).
type UpdateStatsRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string     `json:"activity_id"`
	ContentState StatsState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Update an activity: `POST /live-activity/update` (legacy, still supported).
type UpdateAlertRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string     `json:"activity_id"`
	ContentState AlertState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Update an activity: `POST /live-activity/update` (legacy, still supported).
type UpdateTimerRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string     `json:"activity_id"`
	ContentState TimerState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// A timer that counts down or up.
type TimerState struct {
	Color *Color `json:"color,omitzero"`
	// Whether the timer counts down rather than up. If it is left out, the service assumes true.
	CountsDown *bool `json:"counts_down,omitzero"`
	// How long the timer runs, in seconds; sending it resets the window.
	DurationSeconds *float64 `json:"duration_seconds,omitzero"`
	Icon            *Icon    `json:"icon,omitzero"`
	// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
	IsRunning *bool `json:"is_running,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  TimerType `json:"type"`
}

// Update an activity: `POST /live-activity/update` (legacy, still supported).
type UpdateValueRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string     `json:"activity_id"`
	ContentState ValueState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// End an activity: `POST /live-activity/end` (legacy, still supported).
type EndSegmentedProgressRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string                    `json:"activity_id"`
	ContentState EndSegmentedProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Progress in whole steps, shown as a bar of segments.
type EndSegmentedProgressState struct {
	// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	Badge              *Badge `json:"badge,omitzero"`
	Color              *Color `json:"color,omitzero"`
	// How many segments are complete.
	CurrentStep int64 `json:"current_step"`
	Icon        *Icon `json:"icon,omitzero"`
	// How many segments the bar has; it may change at any time.
	NumberOfSteps *int64 `json:"number_of_steps,omitzero"`
	StepColor     *Color `json:"step_color,omitzero"`
	// The colours of the completed steps.
	StepColors []Color `json:"step_colors,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string                `json:"title"`
	Type  SegmentedProgressType `json:"type"`
}

// End an activity: `POST /live-activity/end` (legacy, still supported).
type EndPercentageProgressRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string                     `json:"activity_id"`
	ContentState EndPercentageProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Progress as a percentage, shown as a bar.
type EndPercentageProgressState struct {
	// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	Badge              *Badge `json:"badge,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// The progress in per cent.
	Percentage float64 `json:"percentage"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string       `json:"title"`
	Type  ProgressType `json:"type"`
}

// End an activity: `POST /live-activity/end` (legacy, still supported).
type EndValueProgressRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string                `json:"activity_id"`
	ContentState EndValueProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Progress as a value out of a limit, shown as a bar.
type EndValueProgressState struct {
	// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	Badge              *Badge `json:"badge,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// The progress in per cent.
	Percentage *float64 `json:"percentage,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string       `json:"title"`
	Type  ProgressType `json:"type"`
	// How much there is to do; together with value.
	UpperLimit float64 `json:"upper_limit"`
	// How much is done; together with upper_limit.
	Value float64 `json:"value"`
}

// End an activity: `POST /live-activity/end` (legacy, still supported).
type EndMetricsRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string          `json:"activity_id"`
	ContentState EndMetricsState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Metrics shown as bars; the card shows two of them.
type EndMetricsState struct {
	// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// The readings.
	Metrics []Metric `json:"metrics"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string      `json:"title"`
	Type  MetricsType `json:"type"`
}

// End an activity: `POST /live-activity/end` (legacy, still supported).
type EndStatsRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string        `json:"activity_id"`
	ContentState EndStatsState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// Metrics shown as numbers or text; the card shows up to eight.
type EndStatsState struct {
	// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// The readings.
	Metrics []Metric `json:"metrics"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  StatsType `json:"type"`
}

// End an activity: `POST /live-activity/end` (legacy, still supported).
type EndAlertRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string        `json:"activity_id"`
	ContentState EndAlertState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// A message on the lock screen.
type EndAlertState struct {
	// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	Badge              *Badge `json:"badge,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// What the alert says.
	Message string `json:"message"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  AlertType `json:"type"`
}

// End an activity: `POST /live-activity/end` (legacy, still supported).
type EndTimerRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string        `json:"activity_id"`
	ContentState EndTimerState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// A timer that counts down or up.
type EndTimerState struct {
	// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	Color              *Color `json:"color,omitzero"`
	// Whether the timer counts down rather than up. If it is left out, the service assumes true.
	CountsDown *bool `json:"counts_down,omitzero"`
	// How long the timer runs, in seconds; sending it resets the window.
	DurationSeconds *float64 `json:"duration_seconds,omitzero"`
	Icon            *Icon    `json:"icon,omitzero"`
	// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
	IsRunning *bool `json:"is_running,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  TimerType `json:"type"`
}

// End an activity: `POST /live-activity/end` (legacy, still supported).
type EndValueRequest struct {
	Action *Action `json:"action,omitzero"`
	// The id in the response to the start.
	ActivityID   string        `json:"activity_id"`
	ContentState EndValueState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels; leave out to keep them, send an empty list to remove them.
	Tags []string `json:"tags,omitzero"`
}

// One large value.
type EndValueState struct {
	// Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	Badge              *Badge `json:"badge,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string          `json:"title"`
	Type  ValueType       `json:"type"`
	Value *DisplayedValue `json:"value"`
}

// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
type StreamSegmentedProgressRequest struct {
	Action *Action    `json:"action,omitzero"`
	Alert  *PushAlert `json:"alert,omitzero"`
	// The slugs of the channels it is for.
	Channels     []string                     `json:"channels,omitzero"`
	ContentState StreamSegmentedProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// Progress in whole steps, shown as a bar of segments.
type StreamSegmentedProgressState struct {
	// Minutes an ended card stays on the lock screen.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	// Seconds an ended card stays on the lock screen; they take precedence over minutes.
	AutoDismissSeconds *int64 `json:"auto_dismiss_seconds,omitzero"`
	Badge              *Badge `json:"badge,omitzero"`
	Color              *Color `json:"color,omitzero"`
	// How many segments are complete.
	CurrentStep int64 `json:"current_step"`
	Icon        *Icon `json:"icon,omitzero"`
	// How many segments the bar has; it may change at any time.
	NumberOfSteps *int64 `json:"number_of_steps,omitzero"`
	StepColor     *Color `json:"step_color,omitzero"`
	// The colours of the completed steps.
	StepColors []Color `json:"step_colors,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string                `json:"title"`
	Type  SegmentedProgressType `json:"type"`
}

// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
type StreamPercentageProgressRequest struct {
	Action *Action    `json:"action,omitzero"`
	Alert  *PushAlert `json:"alert,omitzero"`
	// The slugs of the channels it is for.
	Channels     []string                      `json:"channels,omitzero"`
	ContentState StreamPercentageProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// Progress as a percentage, shown as a bar.
type StreamPercentageProgressState struct {
	// Minutes an ended card stays on the lock screen.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	// Seconds an ended card stays on the lock screen; they take precedence over minutes.
	AutoDismissSeconds *int64 `json:"auto_dismiss_seconds,omitzero"`
	Badge              *Badge `json:"badge,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// The progress in per cent.
	Percentage float64 `json:"percentage"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string       `json:"title"`
	Type  ProgressType `json:"type"`
}

// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
type StreamValueProgressRequest struct {
	Action *Action    `json:"action,omitzero"`
	Alert  *PushAlert `json:"alert,omitzero"`
	// The slugs of the channels it is for.
	Channels     []string                 `json:"channels,omitzero"`
	ContentState StreamValueProgressState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// Progress as a value out of a limit, shown as a bar.
type StreamValueProgressState struct {
	// Minutes an ended card stays on the lock screen.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	// Seconds an ended card stays on the lock screen; they take precedence over minutes.
	AutoDismissSeconds *int64 `json:"auto_dismiss_seconds,omitzero"`
	Badge              *Badge `json:"badge,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// The progress in per cent.
	Percentage *float64 `json:"percentage,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string       `json:"title"`
	Type  ProgressType `json:"type"`
	// How much there is to do; together with value.
	UpperLimit float64 `json:"upper_limit"`
	// How much is done; together with upper_limit.
	Value float64 `json:"value"`
}

// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
type StreamMetricsRequest struct {
	Action *Action    `json:"action,omitzero"`
	Alert  *PushAlert `json:"alert,omitzero"`
	// The slugs of the channels it is for.
	Channels     []string           `json:"channels,omitzero"`
	ContentState StreamMetricsState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// Metrics shown as bars; the card shows two of them.
type StreamMetricsState struct {
	// Minutes an ended card stays on the lock screen.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	// Seconds an ended card stays on the lock screen; they take precedence over minutes.
	AutoDismissSeconds *int64 `json:"auto_dismiss_seconds,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// The readings.
	Metrics []Metric `json:"metrics"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string      `json:"title"`
	Type  MetricsType `json:"type"`
}

// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
type StreamStatsRequest struct {
	Action *Action    `json:"action,omitzero"`
	Alert  *PushAlert `json:"alert,omitzero"`
	// The slugs of the channels it is for.
	Channels     []string         `json:"channels,omitzero"`
	ContentState StreamStatsState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// Metrics shown as numbers or text; the card shows up to eight.
type StreamStatsState struct {
	// Minutes an ended card stays on the lock screen.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	// Seconds an ended card stays on the lock screen; they take precedence over minutes.
	AutoDismissSeconds *int64 `json:"auto_dismiss_seconds,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// The readings.
	Metrics []Metric `json:"metrics"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  StatsType `json:"type"`
}

// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
type StreamAlertRequest struct {
	Action *Action    `json:"action,omitzero"`
	Alert  *PushAlert `json:"alert,omitzero"`
	// The slugs of the channels it is for.
	Channels     []string         `json:"channels,omitzero"`
	ContentState StreamAlertState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// A message on the lock screen.
type StreamAlertState struct {
	// Minutes an ended card stays on the lock screen.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	// Seconds an ended card stays on the lock screen; they take precedence over minutes.
	AutoDismissSeconds *int64 `json:"auto_dismiss_seconds,omitzero"`
	Badge              *Badge `json:"badge,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// What the alert says.
	Message string `json:"message"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  AlertType `json:"type"`
}

// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
type StreamTimerRequest struct {
	Action *Action    `json:"action,omitzero"`
	Alert  *PushAlert `json:"alert,omitzero"`
	// The slugs of the channels it is for.
	Channels     []string         `json:"channels,omitzero"`
	ContentState StreamTimerState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// A timer that counts down or up.
type StreamTimerState struct {
	// Minutes an ended card stays on the lock screen.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	// Seconds an ended card stays on the lock screen; they take precedence over minutes.
	AutoDismissSeconds *int64 `json:"auto_dismiss_seconds,omitzero"`
	Color              *Color `json:"color,omitzero"`
	// Whether the timer counts down rather than up. If it is left out, the service assumes true.
	CountsDown *bool `json:"counts_down,omitzero"`
	// How long the timer runs, in seconds; sending it resets the window.
	DurationSeconds *float64 `json:"duration_seconds,omitzero"`
	Icon            *Icon    `json:"icon,omitzero"`
	// Whether the timer runs rather than pauses. If it is left out, the service assumes true.
	IsRunning *bool `json:"is_running,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string    `json:"title"`
	Type  TimerType `json:"type"`
}

// Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
type StreamValueRequest struct {
	Action *Action    `json:"action,omitzero"`
	Alert  *PushAlert `json:"alert,omitzero"`
	// The slugs of the channels it is for.
	Channels     []string         `json:"channels,omitzero"`
	ContentState StreamValueState `json:"content_state"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags   []string `json:"tags,omitzero"`
	Target *Target  `json:"target,omitzero"`
}

// One large value.
type StreamValueState struct {
	// Minutes an ended card stays on the lock screen.
	AutoDismissMinutes *int64 `json:"auto_dismiss_minutes,omitzero"`
	// Seconds an ended card stays on the lock screen; they take precedence over minutes.
	AutoDismissSeconds *int64 `json:"auto_dismiss_seconds,omitzero"`
	Badge              *Badge `json:"badge,omitzero"`
	Color              *Color `json:"color,omitzero"`
	Icon               *Icon  `json:"icon,omitzero"`
	// The second line of the card.
	Subtitle *string `json:"subtitle,omitzero"`
	// The first line of the card.
	Title string          `json:"title"`
	Type  ValueType       `json:"type"`
	Value *DisplayedValue `json:"value"`
}

// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
type EndStreamSegmentedProgressRequest struct {
	Action       *Action                       `json:"action,omitzero"`
	Alert        *PushAlert                    `json:"alert,omitzero"`
	ContentState *StreamSegmentedProgressState `json:"content_state,omitzero"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags []string `json:"tags,omitzero"`
}

// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
type EndStreamPercentageProgressRequest struct {
	Action       *Action                        `json:"action,omitzero"`
	Alert        *PushAlert                     `json:"alert,omitzero"`
	ContentState *StreamPercentageProgressState `json:"content_state,omitzero"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags []string `json:"tags,omitzero"`
}

// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
type EndStreamValueProgressRequest struct {
	Action       *Action                   `json:"action,omitzero"`
	Alert        *PushAlert                `json:"alert,omitzero"`
	ContentState *StreamValueProgressState `json:"content_state,omitzero"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags []string `json:"tags,omitzero"`
}

// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
type EndStreamMetricsRequest struct {
	Action       *Action             `json:"action,omitzero"`
	Alert        *PushAlert          `json:"alert,omitzero"`
	ContentState *StreamMetricsState `json:"content_state,omitzero"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels for the request.
	Tags []string `json:"tags,omitzero"`
}

// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
type EndStreamStatsRequest struct {
	Action       *Action           `json:"action,omitzero"`
	Alert        *PushAlert        `json:"alert,omitzero"`
	ContentState *StreamStatsState `json:"content_state,omitzero"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels for the request.
	Tags []string `json:"tags,omitzero"`
}

// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
type EndStreamAlertRequest struct {
	Action       *Action           `json:"action,omitzero"`
	Alert        *PushAlert        `json:"alert,omitzero"`
	ContentState *StreamAlertState `json:"content_state,omitzero"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags []string `json:"tags,omitzero"`
}

// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
type EndStreamTimerRequest struct {
	Action       *Action           `json:"action,omitzero"`
	Alert        *PushAlert        `json:"alert,omitzero"`
	ContentState *StreamTimerState `json:"content_state,omitzero"`
	// What the details in the app show; an empty object clears it.
	Metadata map[string]*MetadataValue `json:"metadata,omitzero"`
	// Labels for the request.
	Tags []string `json:"tags,omitzero"`
}

// End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
type EndStreamValueRequest struct {
	Action       *Action           `json:"action,omitzero"`
	Alert        *PushAlert        `json:"alert,omitzero"`
	ContentState *StreamValueState `json:"content_state,omitzero"`
	// What the details in the app show; an empty object clears it.
	Metadata        map[string]*MetadataValue `json:"metadata,omitzero"`
	SecondaryAction *Action                   `json:"secondary_action,omitzero"`
	// Labels for the request.
	Tags []string `json:"tags,omitzero"`
}

// The HTTP method with which the service calls a webhook: POST by default.
type WebhookMethod string

const (
	WebhookMethodGet  WebhookMethod = "GET"
	WebhookMethodPost WebhookMethod = "POST"
)

type ActionType string

const (
	ActionTypeOpenURL ActionType = "open_url"
	ActionTypeWebhook ActionType = "webhook"
)

// The colours that the service supports.
type Color string

const (
	ColorBlue    Color = "blue"
	ColorCyan    Color = "cyan"
	ColorGray    Color = "gray"
	ColorGreen   Color = "green"
	ColorLime    Color = "lime"
	ColorMagenta Color = "magenta"
	ColorOrange  Color = "orange"
	ColorPurple  Color = "purple"
	ColorRed     Color = "red"
	ColorYellow  Color = "yellow"
)

type SegmentedProgressType string

const (
	SegmentedProgressTypeSegmentedProgress SegmentedProgressType = "segmented_progress"
)

type ProgressType string

const (
	ProgressTypeProgress ProgressType = "progress"
)

type MetricsType string

const (
	MetricsTypeMetrics MetricsType = "metrics"
)

type StatsType string

const (
	StatsTypeStats StatsType = "stats"
)

type AlertType string

const (
	AlertTypeAlert AlertType = "alert"
)

type TimerType string

const (
	TimerTypeTimer TimerType = "timer"
)

type ValueType string

const (
	ValueTypeValue ValueType = "value"
)

type MetadataValue struct {
	Bool   *bool
	Double *float64
	String *string
}

func (x *MetadataValue) UnmarshalJSON(data []byte) error {
	object, err := unmarshalUnion(data, nil, &x.Double, &x.Bool, &x.String, false, nil, false, nil, false, nil, false, nil, false)
	if err != nil {
		return err
	}
	if object {
	}
	return nil
}

func (x *MetadataValue) MarshalJSON() ([]byte, error) {
	return marshalUnion(nil, x.Double, x.Bool, x.String, false, nil, false, nil, false, nil, false, nil, false)
}

type MetricValue struct {
	Double *float64
	String *string
}

func (x *MetricValue) UnmarshalJSON(data []byte) error {
	object, err := unmarshalUnion(data, nil, &x.Double, nil, &x.String, false, nil, false, nil, false, nil, false, nil, false)
	if err != nil {
		return err
	}
	if object {
	}
	return nil
}

func (x *MetricValue) MarshalJSON() ([]byte, error) {
	return marshalUnion(nil, x.Double, nil, x.String, false, nil, false, nil, false, nil, false, nil, false)
}

type DisplayedValue struct {
	Double *float64
	String *string
}

func (x *DisplayedValue) UnmarshalJSON(data []byte) error {
	object, err := unmarshalUnion(data, nil, &x.Double, nil, &x.String, false, nil, false, nil, false, nil, false, nil, false)
	if err != nil {
		return err
	}
	if object {
	}
	return nil
}

func (x *DisplayedValue) MarshalJSON() ([]byte, error) {
	return marshalUnion(nil, x.Double, nil, x.String, false, nil, false, nil, false, nil, false, nil, false)
}

func unmarshalUnion(data []byte, pi **int64, pf **float64, pb **bool, ps **string, haveArray bool, pa interface{}, haveObject bool, pc interface{}, haveMap bool, pm interface{}, haveEnum bool, pe interface{}, nullable bool) (bool, error) {
	if pi != nil {
		*pi = nil
	}
	if pf != nil {
		*pf = nil
	}
	if pb != nil {
		*pb = nil
	}
	if ps != nil {
		*ps = nil
	}

	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	tok, err := dec.Token()
	if err != nil {
		return false, err
	}

	switch v := tok.(type) {
	case json.Number:
		if pi != nil {
			i, err := v.Int64()
			if err == nil {
				*pi = &i
				return false, nil
			}
		}
		if pf != nil {
			f, err := v.Float64()
			if err == nil {
				*pf = &f
				return false, nil
			}
			return false, errors.New("Unparsable number")
		}
		return false, errors.New("Union does not contain number")
	case float64:
		return false, errors.New("Decoder should not return float64")
	case bool:
		if pb != nil {
			*pb = &v
			return false, nil
		}
		return false, errors.New("Union does not contain bool")
	case string:
		if haveEnum {
			return false, json.Unmarshal(data, pe)
		}
		if ps != nil {
			*ps = &v
			return false, nil
		}
		return false, errors.New("Union does not contain string")
	case nil:
		if nullable {
			return false, nil
		}
		return false, errors.New("Union does not contain null")
	case json.Delim:
		if v == '{' {
			if haveObject {
				return true, json.Unmarshal(data, pc)
			}
			if haveMap {
				return false, json.Unmarshal(data, pm)
			}
			return false, errors.New("Union does not contain object")
		}
		if v == '[' {
			if haveArray {
				return false, json.Unmarshal(data, pa)
			}
			return false, errors.New("Union does not contain array")
		}
		return false, errors.New("Cannot handle delimiter")
	}
	return false, errors.New("Cannot unmarshal union")
}

func marshalUnion(pi *int64, pf *float64, pb *bool, ps *string, haveArray bool, pa interface{}, haveObject bool, pc interface{}, haveMap bool, pm interface{}, haveEnum bool, pe interface{}, nullable bool) ([]byte, error) {
	if pi != nil {
		return json.Marshal(*pi)
	}
	if pf != nil {
		return json.Marshal(*pf)
	}
	if pb != nil {
		return json.Marshal(*pb)
	}
	if ps != nil {
		return json.Marshal(*ps)
	}
	if haveArray {
		return json.Marshal(pa)
	}
	if haveObject {
		return json.Marshal(pc)
	}
	if haveMap {
		return json.Marshal(pm)
	}
	if haveEnum {
		return json.Marshal(pe)
	}
	if nullable {
		return json.Marshal(nil)
	}
	return nil, errors.New("Union must not be null")
}
