// Code generated from schemas/types/all.schema.json by quicktype 26.0.0. DO NOT EDIT.
// The commands for Kotlin in schemas/README.md made it.

package liveactivity

import com.fasterxml.jackson.annotation.*
import com.fasterxml.jackson.core.*
import com.fasterxml.jackson.databind.*
import com.fasterxml.jackson.databind.deser.std.StdDeserializer
import com.fasterxml.jackson.databind.module.SimpleModule
import com.fasterxml.jackson.databind.node.*
import com.fasterxml.jackson.databind.ser.std.StdSerializer
import com.fasterxml.jackson.module.kotlin.*


@Suppress("UNCHECKED_CAST")
private fun <T> ObjectMapper.convert(k: kotlin.reflect.KClass<*>, fromJson: (JsonNode) -> T, toJson: (T) -> String, isUnion: Boolean = false) = registerModule(SimpleModule().apply {
    addSerializer(k.java as Class<T>, object : StdSerializer<T>(k.java as Class<T>) {
            override fun serialize(value: T, gen: JsonGenerator, provider: SerializerProvider) = gen.writeRawValue(toJson(value))
    })
    addDeserializer(k.java as Class<T>, object : StdDeserializer<T>(k.java as Class<T>) {
            override fun deserialize(p: JsonParser, ctxt: DeserializationContext) = fromJson(p.readValueAsTree())
    })
})

val mapper = jacksonObjectMapper().apply {
    setDefaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
    convert(WebhookMethod::class,         { WebhookMethod.fromValue(it.asText()) },         { "\"${it.value}\"" })
    convert(ActionType::class,            { ActionType.fromValue(it.asText()) },            { "\"${it.value}\"" })
    convert(Color::class,                 { Color.fromValue(it.asText()) },                 { "\"${it.value}\"" })
    convert(SegmentedProgressType::class, { SegmentedProgressType.fromValue(it.asText()) }, { "\"${it.value}\"" })
    convert(ProgressType::class,          { ProgressType.fromValue(it.asText()) },          { "\"${it.value}\"" })
    convert(MetricsType::class,           { MetricsType.fromValue(it.asText()) },           { "\"${it.value}\"" })
    convert(StatsType::class,             { StatsType.fromValue(it.asText()) },             { "\"${it.value}\"" })
    convert(AlertType::class,             { AlertType.fromValue(it.asText()) },             { "\"${it.value}\"" })
    convert(TimerType::class,             { TimerType.fromValue(it.asText()) },             { "\"${it.value}\"" })
    convert(ValueType::class,             { ValueType.fromValue(it.asText()) },             { "\"${it.value}\"" })
    convert(MetadataValue::class,         { MetadataValue.fromJson(it) },                   { it.toJson() }, true)
    convert(MetricValue::class,           { MetricValue.fromJson(it) },                     { it.toJson() }, true)
    convert(DisplayedValue::class,        { DisplayedValue.fromJson(it) },                  { it.toJson() }, true)
}

/**
 * Start an activity: `POST /live-activity/start` (legacy, still supported).
 */
data class StartSegmentedProgressRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StartSegmentedProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StartSegmentedProgressRequest>(json)
    }
}

/**
 * A button, and what a tap on it does.
 */
data class Action (
    /**
     * What is sent.
     */
    val body: Map<String, Any?>? = null,

    val method: WebhookMethod? = null,

    /**
     * What the button says.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: ActionType,

    /**
     * What a tap opens, or what the service calls.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val url: String
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<Action>(json)
    }
}

/**
 * The HTTP method with which the service calls a webhook: POST by default.
 */
enum class WebhookMethod(val value: String) {
    Get("GET"),
    Post("POST");

    companion object {
        fun fromValue(value: String): WebhookMethod = when (value) {
            "GET"  -> Get
            "POST" -> Post
            else   -> throw IllegalArgumentException()
        }
    }
}

enum class ActionType(val value: String) {
    OpenURL("open_url"),
    Webhook("webhook");

    companion object {
        fun fromValue(value: String): ActionType = when (value) {
            "open_url" -> OpenURL
            "webhook"  -> Webhook
            else       -> throw IllegalArgumentException()
        }
    }
}

/**
 * The push notification that is shown with a change; not the activity type `alert`.
 */
data class PushAlert (
    /**
     * Its text.
     */
    val body: String? = null,

    /**
     * Its first line.
     */
    val title: String? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<PushAlert>(json)
    }
}

/**
 * Progress in whole steps, shown as a bar of segments.
 */
data class StartSegmentedProgressState (
    val badge: Badge? = null,
    val color: Color? = null,

    /**
     * How many segments are complete.
     */
    @get:JsonProperty("current_step", required=true)@field:JsonProperty("current_step", required=true)
    val currentStep: Long,

    val icon: Icon? = null,

    /**
     * How many segments the bar has; it may change at any time.
     */
    @get:JsonProperty("number_of_steps", required=true)@field:JsonProperty("number_of_steps", required=true)
    val numberOfSteps: Long,

    @get:JsonProperty("step_color")@field:JsonProperty("step_color")
    val stepColor: Color? = null,

    /**
     * The colours of the completed steps.
     */
    @get:JsonProperty("step_colors")@field:JsonProperty("step_colors")
    val stepColors: List<Color>? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: SegmentedProgressType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StartSegmentedProgressState>(json)
    }
}

/**
 * A short label in a rounded box, such as `NEW`.
 */
data class Badge (
    val color: Color? = null,

    /**
     * The text in the box.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<Badge>(json)
    }
}

/**
 * The colours that the service supports.
 */
enum class Color(val value: String) {
    Blue("blue"),
    Cyan("cyan"),
    Gray("gray"),
    Green("green"),
    Lime("lime"),
    Magenta("magenta"),
    Orange("orange"),
    Purple("purple"),
    Red("red"),
    Yellow("yellow");

    companion object {
        fun fromValue(value: String): Color = when (value) {
            "blue"    -> Blue
            "cyan"    -> Cyan
            "gray"    -> Gray
            "green"   -> Green
            "lime"    -> Lime
            "magenta" -> Magenta
            "orange"  -> Orange
            "purple"  -> Purple
            "red"     -> Red
            "yellow"  -> Yellow
            else      -> throw IllegalArgumentException()
        }
    }
}

/**
 * A symbol next to the title.
 */
data class Icon (
    val color: Color? = null,

    /**
     * The name of an Apple SF Symbol.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val symbol: String
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<Icon>(json)
    }
}

enum class SegmentedProgressType(val value: String) {
    SegmentedProgress("segmented_progress");

    companion object {
        fun fromValue(value: String): SegmentedProgressType = when (value) {
            "segmented_progress" -> SegmentedProgress
            else                 -> throw IllegalArgumentException()
        }
    }
}

sealed class MetadataValue {
    data class BoolValue(val value: Boolean)  : MetadataValue()
    data class DoubleValue(val value: Double) : MetadataValue()
    data class StringValue(val value: String) : MetadataValue()

    fun toJson(): String = mapper.writeValueAsString(when (this) {
        is BoolValue   -> this.value
        is DoubleValue -> this.value
        is StringValue -> this.value
    })

    companion object {
        fun fromJson(jn: JsonNode): MetadataValue = when (jn) {
            is BooleanNode -> BoolValue(mapper.treeToValue(jn))
            is NumericNode  -> DoubleValue(mapper.treeToValue(jn))
            is TextNode    -> StringValue(mapper.treeToValue(jn))
            else           -> throw IllegalArgumentException()
        }
    }
}

/**
 * The recipients of a request.
 */
data class Target (
    /**
     * The slugs of the channels.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val channels: List<String>
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<Target>(json)
    }
}

/**
 * Start an activity: `POST /live-activity/start` (legacy, still supported).
 */
data class StartPercentageProgressRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: PercentageProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StartPercentageProgressRequest>(json)
    }
}

/**
 * Progress as a percentage, shown as a bar.
 */
data class PercentageProgressState (
    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The progress in per cent.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val percentage: Double,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: ProgressType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<PercentageProgressState>(json)
    }
}

enum class ProgressType(val value: String) {
    Progress("progress");

    companion object {
        fun fromValue(value: String): ProgressType = when (value) {
            "progress" -> Progress
            else       -> throw IllegalArgumentException()
        }
    }
}

/**
 * Start an activity: `POST /live-activity/start` (legacy, still supported).
 */
data class StartValueProgressRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: ValueProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StartValueProgressRequest>(json)
    }
}

/**
 * Progress as a value out of a limit, shown as a bar.
 */
data class ValueProgressState (
    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The progress in per cent.
     */
    val percentage: Double? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: ProgressType,

    /**
     * How much there is to do; together with value.
     */
    @get:JsonProperty("upper_limit", required=true)@field:JsonProperty("upper_limit", required=true)
    val upperLimit: Double,

    /**
     * How much is done; together with upper_limit.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val value: Double
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<ValueProgressState>(json)
    }
}

/**
 * Start an activity: `POST /live-activity/start` (legacy, still supported).
 */
data class StartMetricsRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: MetricsState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StartMetricsRequest>(json)
    }
}

/**
 * Metrics shown as bars; the card shows two of them.
 */
data class MetricsState (
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The readings.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val metrics: List<Metric>,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: MetricsType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<MetricsState>(json)
    }
}

/**
 * One labelled value of a `metrics` or `stats` activity.
 */
data class Metric (
    val color: Color? = null,

    /**
     * What is measured.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val label: String,

    /**
     * What the value counts.
     */
    val unit: String? = null,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val value: MetricValue
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<Metric>(json)
    }
}

sealed class MetricValue {
    data class DoubleValue(val value: Double) : MetricValue()
    data class StringValue(val value: String) : MetricValue()

    fun toJson(): String = mapper.writeValueAsString(when (this) {
        is DoubleValue -> this.value
        is StringValue -> this.value
    })

    companion object {
        fun fromJson(jn: JsonNode): MetricValue = when (jn) {
            is NumericNode -> DoubleValue(mapper.treeToValue(jn))
            is TextNode   -> StringValue(mapper.treeToValue(jn))
            else          -> throw IllegalArgumentException()
        }
    }
}

enum class MetricsType(val value: String) {
    Metrics("metrics");

    companion object {
        fun fromValue(value: String): MetricsType = when (value) {
            "metrics" -> Metrics
            else      -> throw IllegalArgumentException()
        }
    }
}

/**
 * Start an activity: `POST /live-activity/start` (legacy, still supported).
 */
data class StartStatsRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StatsState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StartStatsRequest>(json)
    }
}

/**
 * Metrics shown as numbers or text; the card shows up to eight.
 */
data class StatsState (
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The readings.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val metrics: List<Metric>,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: StatsType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StatsState>(json)
    }
}

enum class StatsType(val value: String) {
    Stats("stats");

    companion object {
        fun fromValue(value: String): StatsType = when (value) {
            "stats" -> Stats
            else    -> throw IllegalArgumentException()
        }
    }
}

/**
 * Start an activity: `POST /live-activity/start` (legacy, still supported).
 */
data class StartAlertRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: AlertState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StartAlertRequest>(json)
    }
}

/**
 * A message on the lock screen.
 */
data class AlertState (
    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * What the alert says.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val message: String,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: AlertType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<AlertState>(json)
    }
}

enum class AlertType(val value: String) {
    Alert("alert");

    companion object {
        fun fromValue(value: String): AlertType = when (value) {
            "alert" -> Alert
            else    -> throw IllegalArgumentException()
        }
    }
}

/**
 * Start an activity: `POST /live-activity/start` (legacy, still supported).
 */
data class StartCountdownTimerRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: CountdownTimerState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StartCountdownTimerRequest>(json)
    }
}

/**
 * A timer that counts down from a duration.
 */
data class CountdownTimerState (
    val color: Color? = null,

    /**
     * Whether the timer counts down rather than up.
     */
    @get:JsonProperty("counts_down")@field:JsonProperty("counts_down")
    val countsDown: Boolean? = null,

    /**
     * How long the timer runs, in seconds; sending it resets the window.
     */
    @get:JsonProperty("duration_seconds", required=true)@field:JsonProperty("duration_seconds", required=true)
    val durationSeconds: Double,

    val icon: Icon? = null,

    /**
     * Whether the timer runs rather than pauses. If it is left out, the service assumes true.
     */
    @get:JsonProperty("is_running")@field:JsonProperty("is_running")
    val isRunning: Boolean? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: TimerType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<CountdownTimerState>(json)
    }
}

enum class TimerType(val value: String) {
    Timer("timer");

    companion object {
        fun fromValue(value: String): TimerType = when (value) {
            "timer" -> Timer
            else    -> throw IllegalArgumentException()
        }
    }
}

/**
 * Start an activity: `POST /live-activity/start` (legacy, still supported).
 */
data class StartStopwatchTimerRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StopwatchTimerState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StartStopwatchTimerRequest>(json)
    }
}

/**
 * A timer that counts up, with or without a duration.
 */
data class StopwatchTimerState (
    val color: Color? = null,

    /**
     * Whether the timer counts down rather than up.
     */
    @get:JsonProperty("counts_down", required=true)@field:JsonProperty("counts_down", required=true)
    val countsDown: Boolean,

    /**
     * How long the timer runs, in seconds; sending it resets the window.
     */
    @get:JsonProperty("duration_seconds")@field:JsonProperty("duration_seconds")
    val durationSeconds: Double? = null,

    val icon: Icon? = null,

    /**
     * Whether the timer runs rather than pauses. If it is left out, the service assumes true.
     */
    @get:JsonProperty("is_running")@field:JsonProperty("is_running")
    val isRunning: Boolean? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: TimerType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StopwatchTimerState>(json)
    }
}

/**
 * Start an activity: `POST /live-activity/start` (legacy, still supported).
 */
data class StartValueRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: ValueState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StartValueRequest>(json)
    }
}

/**
 * One large value.
 */
data class ValueState (
    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: ValueType,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val value: DisplayedValue
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<ValueState>(json)
    }
}

enum class ValueType(val value: String) {
    Value("value");

    companion object {
        fun fromValue(value: String): ValueType = when (value) {
            "value" -> Value
            else    -> throw IllegalArgumentException()
        }
    }
}

sealed class DisplayedValue {
    data class DoubleValue(val value: Double) : DisplayedValue()
    data class StringValue(val value: String) : DisplayedValue()

    fun toJson(): String = mapper.writeValueAsString(when (this) {
        is DoubleValue -> this.value
        is StringValue -> this.value
    })

    companion object {
        fun fromJson(jn: JsonNode): DisplayedValue = when (jn) {
            is NumericNode -> DoubleValue(mapper.treeToValue(jn))
            is TextNode   -> StringValue(mapper.treeToValue(jn))
            else          -> throw IllegalArgumentException()
        }
    }
}

/**
 * Update an activity: `POST /live-activity/update` (legacy, still supported).
 */
data class UpdateSegmentedProgressRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: SegmentedProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<UpdateSegmentedProgressRequest>(json)
    }
}

/**
 * Progress in whole steps, shown as a bar of segments.
 */
data class SegmentedProgressState (
    val badge: Badge? = null,
    val color: Color? = null,

    /**
     * How many segments are complete.
     */
    @get:JsonProperty("current_step", required=true)@field:JsonProperty("current_step", required=true)
    val currentStep: Long,

    val icon: Icon? = null,

    /**
     * How many segments the bar has; it may change at any time.
     */
    @get:JsonProperty("number_of_steps")@field:JsonProperty("number_of_steps")
    val numberOfSteps: Long? = null,

    @get:JsonProperty("step_color")@field:JsonProperty("step_color")
    val stepColor: Color? = null,

    /**
     * The colours of the completed steps.
     */
    @get:JsonProperty("step_colors")@field:JsonProperty("step_colors")
    val stepColors: List<Color>? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: SegmentedProgressType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<SegmentedProgressState>(json)
    }
}

/**
 * Update an activity: `POST /live-activity/update` (legacy, still supported).
 */
data class UpdatePercentageProgressRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: PercentageProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<UpdatePercentageProgressRequest>(json)
    }
}

/**
 * Update an activity: `POST /live-activity/update` (legacy, still supported).
 */
data class UpdateValueProgressRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: ValueProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<UpdateValueProgressRequest>(json)
    }
}

/**
 * Update an activity: `POST /live-activity/update` (legacy, still supported).
 */
data class UpdateMetricsRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: MetricsState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<UpdateMetricsRequest>(json)
    }
}

/**
 * Update an activity: `POST /live-activity/update` (legacy, still supported).
 */
data class UpdateStatsRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StatsState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<UpdateStatsRequest>(json)
    }
}

/**
 * Update an activity: `POST /live-activity/update` (legacy, still supported).
 */
data class UpdateAlertRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: AlertState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<UpdateAlertRequest>(json)
    }
}

/**
 * Update an activity: `POST /live-activity/update` (legacy, still supported).
 */
data class UpdateTimerRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: TimerState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<UpdateTimerRequest>(json)
    }
}

/**
 * A timer that counts down or up.
 */
data class TimerState (
    val color: Color? = null,

    /**
     * Whether the timer counts down rather than up. If it is left out, the service assumes true.
     */
    @get:JsonProperty("counts_down")@field:JsonProperty("counts_down")
    val countsDown: Boolean? = null,

    /**
     * How long the timer runs, in seconds; sending it resets the window.
     */
    @get:JsonProperty("duration_seconds")@field:JsonProperty("duration_seconds")
    val durationSeconds: Double? = null,

    val icon: Icon? = null,

    /**
     * Whether the timer runs rather than pauses. If it is left out, the service assumes true.
     */
    @get:JsonProperty("is_running")@field:JsonProperty("is_running")
    val isRunning: Boolean? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: TimerType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<TimerState>(json)
    }
}

/**
 * Update an activity: `POST /live-activity/update` (legacy, still supported).
 */
data class UpdateValueRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: ValueState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<UpdateValueRequest>(json)
    }
}

/**
 * End an activity: `POST /live-activity/end` (legacy, still supported).
 */
data class EndSegmentedProgressRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: EndSegmentedProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndSegmentedProgressRequest>(json)
    }
}

/**
 * Progress in whole steps, shown as a bar of segments.
 */
data class EndSegmentedProgressState (
    /**
     * Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    val badge: Badge? = null,
    val color: Color? = null,

    /**
     * How many segments are complete.
     */
    @get:JsonProperty("current_step", required=true)@field:JsonProperty("current_step", required=true)
    val currentStep: Long,

    val icon: Icon? = null,

    /**
     * How many segments the bar has; it may change at any time.
     */
    @get:JsonProperty("number_of_steps")@field:JsonProperty("number_of_steps")
    val numberOfSteps: Long? = null,

    @get:JsonProperty("step_color")@field:JsonProperty("step_color")
    val stepColor: Color? = null,

    /**
     * The colours of the completed steps.
     */
    @get:JsonProperty("step_colors")@field:JsonProperty("step_colors")
    val stepColors: List<Color>? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: SegmentedProgressType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndSegmentedProgressState>(json)
    }
}

/**
 * End an activity: `POST /live-activity/end` (legacy, still supported).
 */
data class EndPercentageProgressRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: EndPercentageProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndPercentageProgressRequest>(json)
    }
}

/**
 * Progress as a percentage, shown as a bar.
 */
data class EndPercentageProgressState (
    /**
     * Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The progress in per cent.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val percentage: Double,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: ProgressType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndPercentageProgressState>(json)
    }
}

/**
 * End an activity: `POST /live-activity/end` (legacy, still supported).
 */
data class EndValueProgressRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: EndValueProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndValueProgressRequest>(json)
    }
}

/**
 * Progress as a value out of a limit, shown as a bar.
 */
data class EndValueProgressState (
    /**
     * Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The progress in per cent.
     */
    val percentage: Double? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: ProgressType,

    /**
     * How much there is to do; together with value.
     */
    @get:JsonProperty("upper_limit", required=true)@field:JsonProperty("upper_limit", required=true)
    val upperLimit: Double,

    /**
     * How much is done; together with upper_limit.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val value: Double
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndValueProgressState>(json)
    }
}

/**
 * End an activity: `POST /live-activity/end` (legacy, still supported).
 */
data class EndMetricsRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: EndMetricsState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndMetricsRequest>(json)
    }
}

/**
 * Metrics shown as bars; the card shows two of them.
 */
data class EndMetricsState (
    /**
     * Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The readings.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val metrics: List<Metric>,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: MetricsType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndMetricsState>(json)
    }
}

/**
 * End an activity: `POST /live-activity/end` (legacy, still supported).
 */
data class EndStatsRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: EndStatsState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndStatsRequest>(json)
    }
}

/**
 * Metrics shown as numbers or text; the card shows up to eight.
 */
data class EndStatsState (
    /**
     * Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The readings.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val metrics: List<Metric>,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: StatsType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndStatsState>(json)
    }
}

/**
 * End an activity: `POST /live-activity/end` (legacy, still supported).
 */
data class EndAlertRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: EndAlertState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndAlertRequest>(json)
    }
}

/**
 * A message on the lock screen.
 */
data class EndAlertState (
    /**
     * Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * What the alert says.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val message: String,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: AlertType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndAlertState>(json)
    }
}

/**
 * End an activity: `POST /live-activity/end` (legacy, still supported).
 */
data class EndTimerRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: EndTimerState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndTimerRequest>(json)
    }
}

/**
 * A timer that counts down or up.
 */
data class EndTimerState (
    /**
     * Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    val color: Color? = null,

    /**
     * Whether the timer counts down rather than up. If it is left out, the service assumes true.
     */
    @get:JsonProperty("counts_down")@field:JsonProperty("counts_down")
    val countsDown: Boolean? = null,

    /**
     * How long the timer runs, in seconds; sending it resets the window.
     */
    @get:JsonProperty("duration_seconds")@field:JsonProperty("duration_seconds")
    val durationSeconds: Double? = null,

    val icon: Icon? = null,

    /**
     * Whether the timer runs rather than pauses. If it is left out, the service assumes true.
     */
    @get:JsonProperty("is_running")@field:JsonProperty("is_running")
    val isRunning: Boolean? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: TimerType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndTimerState>(json)
    }
}

/**
 * End an activity: `POST /live-activity/end` (legacy, still supported).
 */
data class EndValueRequest (
    val action: Action? = null,

    /**
     * The id in the response to the start.
     */
    @get:JsonProperty("activity_id", required=true)@field:JsonProperty("activity_id", required=true)
    val activityID: String,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: EndValueState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels; leave out to keep them, send an empty list to remove them.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndValueRequest>(json)
    }
}

/**
 * One large value.
 */
data class EndValueState (
    /**
     * Minutes an ended card stays on the lock screen. If it is left out, the service assumes 3.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: ValueType,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val value: DisplayedValue
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndValueState>(json)
    }
}

/**
 * Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
 */
data class StreamSegmentedProgressRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    /**
     * The slugs of the channels it is for.
     */
    val channels: List<String>? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StreamSegmentedProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamSegmentedProgressRequest>(json)
    }
}

/**
 * Progress in whole steps, shown as a bar of segments.
 */
data class StreamSegmentedProgressState (
    /**
     * Minutes an ended card stays on the lock screen.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    /**
     * Seconds an ended card stays on the lock screen; they take precedence over minutes.
     */
    @get:JsonProperty("auto_dismiss_seconds")@field:JsonProperty("auto_dismiss_seconds")
    val autoDismissSeconds: Long? = null,

    val badge: Badge? = null,
    val color: Color? = null,

    /**
     * How many segments are complete.
     */
    @get:JsonProperty("current_step", required=true)@field:JsonProperty("current_step", required=true)
    val currentStep: Long,

    val icon: Icon? = null,

    /**
     * How many segments the bar has; it may change at any time.
     */
    @get:JsonProperty("number_of_steps")@field:JsonProperty("number_of_steps")
    val numberOfSteps: Long? = null,

    @get:JsonProperty("step_color")@field:JsonProperty("step_color")
    val stepColor: Color? = null,

    /**
     * The colours of the completed steps.
     */
    @get:JsonProperty("step_colors")@field:JsonProperty("step_colors")
    val stepColors: List<Color>? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: SegmentedProgressType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamSegmentedProgressState>(json)
    }
}

/**
 * Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
 */
data class StreamPercentageProgressRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    /**
     * The slugs of the channels it is for.
     */
    val channels: List<String>? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StreamPercentageProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamPercentageProgressRequest>(json)
    }
}

/**
 * Progress as a percentage, shown as a bar.
 */
data class StreamPercentageProgressState (
    /**
     * Minutes an ended card stays on the lock screen.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    /**
     * Seconds an ended card stays on the lock screen; they take precedence over minutes.
     */
    @get:JsonProperty("auto_dismiss_seconds")@field:JsonProperty("auto_dismiss_seconds")
    val autoDismissSeconds: Long? = null,

    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The progress in per cent.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val percentage: Double,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: ProgressType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamPercentageProgressState>(json)
    }
}

/**
 * Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
 */
data class StreamValueProgressRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    /**
     * The slugs of the channels it is for.
     */
    val channels: List<String>? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StreamValueProgressState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamValueProgressRequest>(json)
    }
}

/**
 * Progress as a value out of a limit, shown as a bar.
 */
data class StreamValueProgressState (
    /**
     * Minutes an ended card stays on the lock screen.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    /**
     * Seconds an ended card stays on the lock screen; they take precedence over minutes.
     */
    @get:JsonProperty("auto_dismiss_seconds")@field:JsonProperty("auto_dismiss_seconds")
    val autoDismissSeconds: Long? = null,

    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The progress in per cent.
     */
    val percentage: Double? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: ProgressType,

    /**
     * How much there is to do; together with value.
     */
    @get:JsonProperty("upper_limit", required=true)@field:JsonProperty("upper_limit", required=true)
    val upperLimit: Double,

    /**
     * How much is done; together with upper_limit.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val value: Double
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamValueProgressState>(json)
    }
}

/**
 * Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
 */
data class StreamMetricsRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    /**
     * The slugs of the channels it is for.
     */
    val channels: List<String>? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StreamMetricsState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamMetricsRequest>(json)
    }
}

/**
 * Metrics shown as bars; the card shows two of them.
 */
data class StreamMetricsState (
    /**
     * Minutes an ended card stays on the lock screen.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    /**
     * Seconds an ended card stays on the lock screen; they take precedence over minutes.
     */
    @get:JsonProperty("auto_dismiss_seconds")@field:JsonProperty("auto_dismiss_seconds")
    val autoDismissSeconds: Long? = null,

    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The readings.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val metrics: List<Metric>,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: MetricsType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamMetricsState>(json)
    }
}

/**
 * Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
 */
data class StreamStatsRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    /**
     * The slugs of the channels it is for.
     */
    val channels: List<String>? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StreamStatsState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamStatsRequest>(json)
    }
}

/**
 * Metrics shown as numbers or text; the card shows up to eight.
 */
data class StreamStatsState (
    /**
     * Minutes an ended card stays on the lock screen.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    /**
     * Seconds an ended card stays on the lock screen; they take precedence over minutes.
     */
    @get:JsonProperty("auto_dismiss_seconds")@field:JsonProperty("auto_dismiss_seconds")
    val autoDismissSeconds: Long? = null,

    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The readings.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val metrics: List<Metric>,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: StatsType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamStatsState>(json)
    }
}

/**
 * Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
 */
data class StreamAlertRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    /**
     * The slugs of the channels it is for.
     */
    val channels: List<String>? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StreamAlertState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamAlertRequest>(json)
    }
}

/**
 * A message on the lock screen.
 */
data class StreamAlertState (
    /**
     * Minutes an ended card stays on the lock screen.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    /**
     * Seconds an ended card stays on the lock screen; they take precedence over minutes.
     */
    @get:JsonProperty("auto_dismiss_seconds")@field:JsonProperty("auto_dismiss_seconds")
    val autoDismissSeconds: Long? = null,

    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * What the alert says.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val message: String,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: AlertType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamAlertState>(json)
    }
}

/**
 * Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
 */
data class StreamTimerRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    /**
     * The slugs of the channels it is for.
     */
    val channels: List<String>? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StreamTimerState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamTimerRequest>(json)
    }
}

/**
 * A timer that counts down or up.
 */
data class StreamTimerState (
    /**
     * Minutes an ended card stays on the lock screen.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    /**
     * Seconds an ended card stays on the lock screen; they take precedence over minutes.
     */
    @get:JsonProperty("auto_dismiss_seconds")@field:JsonProperty("auto_dismiss_seconds")
    val autoDismissSeconds: Long? = null,

    val color: Color? = null,

    /**
     * Whether the timer counts down rather than up. If it is left out, the service assumes true.
     */
    @get:JsonProperty("counts_down")@field:JsonProperty("counts_down")
    val countsDown: Boolean? = null,

    /**
     * How long the timer runs, in seconds; sending it resets the window.
     */
    @get:JsonProperty("duration_seconds")@field:JsonProperty("duration_seconds")
    val durationSeconds: Double? = null,

    val icon: Icon? = null,

    /**
     * Whether the timer runs rather than pauses. If it is left out, the service assumes true.
     */
    @get:JsonProperty("is_running")@field:JsonProperty("is_running")
    val isRunning: Boolean? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: TimerType
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamTimerState>(json)
    }
}

/**
 * Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`.
 */
data class StreamValueRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    /**
     * The slugs of the channels it is for.
     */
    val channels: List<String>? = null,

    @get:JsonProperty("content_state", required=true)@field:JsonProperty("content_state", required=true)
    val contentState: StreamValueState,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null,

    val target: Target? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamValueRequest>(json)
    }
}

/**
 * One large value.
 */
data class StreamValueState (
    /**
     * Minutes an ended card stays on the lock screen.
     */
    @get:JsonProperty("auto_dismiss_minutes")@field:JsonProperty("auto_dismiss_minutes")
    val autoDismissMinutes: Long? = null,

    /**
     * Seconds an ended card stays on the lock screen; they take precedence over minutes.
     */
    @get:JsonProperty("auto_dismiss_seconds")@field:JsonProperty("auto_dismiss_seconds")
    val autoDismissSeconds: Long? = null,

    val badge: Badge? = null,
    val color: Color? = null,
    val icon: Icon? = null,

    /**
     * The second line of the card.
     */
    val subtitle: String? = null,

    /**
     * The first line of the card.
     */
    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val title: String,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val type: ValueType,

    @get:JsonProperty(required=true)@field:JsonProperty(required=true)
    val value: DisplayedValue
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<StreamValueState>(json)
    }
}

/**
 * End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
 */
data class EndStreamSegmentedProgressRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state")@field:JsonProperty("content_state")
    val contentState: StreamSegmentedProgressState? = null,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndStreamSegmentedProgressRequest>(json)
    }
}

/**
 * End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
 */
data class EndStreamPercentageProgressRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state")@field:JsonProperty("content_state")
    val contentState: StreamPercentageProgressState? = null,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndStreamPercentageProgressRequest>(json)
    }
}

/**
 * End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
 */
data class EndStreamValueProgressRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state")@field:JsonProperty("content_state")
    val contentState: StreamValueProgressState? = null,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndStreamValueProgressRequest>(json)
    }
}

/**
 * End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
 */
data class EndStreamMetricsRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state")@field:JsonProperty("content_state")
    val contentState: StreamMetricsState? = null,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndStreamMetricsRequest>(json)
    }
}

/**
 * End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
 */
data class EndStreamStatsRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state")@field:JsonProperty("content_state")
    val contentState: StreamStatsState? = null,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndStreamStatsRequest>(json)
    }
}

/**
 * End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
 */
data class EndStreamAlertRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state")@field:JsonProperty("content_state")
    val contentState: StreamAlertState? = null,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndStreamAlertRequest>(json)
    }
}

/**
 * End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
 */
data class EndStreamTimerRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state")@field:JsonProperty("content_state")
    val contentState: StreamTimerState? = null,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndStreamTimerRequest>(json)
    }
}

/**
 * End a managed stream: `DELETE /live-activity/stream/{stream_key}`.
 */
data class EndStreamValueRequest (
    val action: Action? = null,
    val alert: PushAlert? = null,

    @get:JsonProperty("content_state")@field:JsonProperty("content_state")
    val contentState: StreamValueState? = null,

    /**
     * What the details in the app show; an empty object clears it.
     */
    val metadata: Map<String, MetadataValue>? = null,

    @get:JsonProperty("secondary_action")@field:JsonProperty("secondary_action")
    val secondaryAction: Action? = null,

    /**
     * Labels for the request.
     */
    val tags: List<String>? = null
) {
    fun toJson() = mapper.writeValueAsString(this)

    companion object {
        fun fromJson(json: String) = mapper.readValue<EndStreamValueRequest>(json)
    }
}
