import liveactivity.*

fun main() {
    val request = StreamPercentageProgressRequest(
        contentState = StreamPercentageProgressState(type = ProgressType.Progress, title = "Build", percentage = 40.0),
        action = Action(
            type = ActionType.Webhook, title = "Cancel", url = "https://example.com/cancel", body = mapOf("job" to 17)
        )
    )
    println(request.toJson())
}
