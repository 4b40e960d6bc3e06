package main

import (
	"fmt"

	la "example.com/app/liveactivity"
)

func main() {
	request := la.StreamPercentageProgressRequest{
		ContentState: la.StreamPercentageProgressState{Type: la.ProgressTypeProgress, Title: "Build", Percentage: 40},
		Action: &la.Action{
			Type: la.ActionTypeWebhook, Title: "Cancel", URL: "https://example.com/cancel", Body: map[string]any{"job": 17},
		},
	}
	text, err := request.Marshal()
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
}
