import java.util.Collections;
import liveactivity.*;

class Example {
    public static void main(String[] arguments) throws Exception {
        StreamPercentageProgressState state = new StreamPercentageProgressState();
        state.setType(ProgressType.PROGRESS);
        state.setTitle("Build");
        state.setPercentage(40);
        Action button = new Action();
        button.setType(ActionType.WEBHOOK);
        button.setTitle("Cancel");
        button.setURL("https://example.com/cancel");
        button.setBody(Collections.singletonMap("job", 17));
        StreamPercentageProgressRequest request = new StreamPercentageProgressRequest();
        request.setContentState(state);
        request.setAction(button);
        System.out.println(Converter.StreamPercentageProgressRequestToJsonString(request));
    }
}
