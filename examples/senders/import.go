// An import of orders that reports its progress.
package main

import (
	"fmt"
	"log"
	"os"

	activitysmithsdk "github.com/ActivitySmithHQ/activitysmith-go"
)

const total = 5

func main() {
	client, err := activitysmithsdk.New(os.Getenv("ACTIVITYSMITH_API_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	for step := int32(1); step <= total; step++ {
		input := activitysmithsdk.LiveActivityStreamInput{
			Title:         "Order import",
			Subtitle:      fmt.Sprintf("file %d of %d", step, total),
			Type:          activitysmithsdk.LiveActivityTypeSegmentedProgress,
			NumberOfSteps: total,
		}.WithCurrentStep(step)
		if _, err := client.LiveActivities.Stream("order-import", input); err != nil {
			log.Print(err)
		}
	}
	if _, err := client.LiveActivities.EndStream("order-import", nil); err != nil {
		log.Print(err)
	}
}
