#!/bin/sh
# A nightly backup that reports its progress.
set -eu

report() {
  curl --silent --show-error -X PUT "https://activitysmith.com/api/live-activity/stream/nightly-backup" \
    -H "Authorization: Bearer $ACTIVITYSMITH_API_KEY" \
    --json '{"content_state": {"title": "Nightly backup", "subtitle": "'"$1"'",
      "type": "segmented_progress", "number_of_steps": 3, "current_step": '"$2"'}}'
}

report "dump" 1
report "upload" 2
report "verify" 3
activitysmith activity end-stream nightly-backup
