# Reports the progress of an import: ruby import.rb rows.csv
require "activitysmith"
require "csv"

client = ActivitySmith::Client.new(api_key: ENV.fetch("ACTIVITYSMITH_API_KEY"))
STATE = { title: "Import orders", type: "progress", color: "blue" }.freeze

rows = CSV.read(ARGV.first, headers: true)
rows.each_slice(500).with_index(1) do |slice, number|
  Order.insert_all(slice.map(&:to_h))
  client.live_activities.stream(
    "import-orders",
    content_state: STATE.merge(value: [number * 500, rows.size].min, upper_limit: rows.size),
    channels: %w[shop]
  )
end
client.live_activities.end_stream("import-orders")
