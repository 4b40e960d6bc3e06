import Foundation

let request = LAStreamPercentageProgressRequest(
    action: LAAction(
        body: ["job": LAJSONAny(17)], title: "Cancel", type: .webhook, url: "https://example.com/cancel"
    ),
    contentState: LAStreamPercentageProgressState(percentage: 40, title: "Build", type: .progress)
)
print(String(decoding: try JSONEncoder().encode(request), as: UTF8.self))
