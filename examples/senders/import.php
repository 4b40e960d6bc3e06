<?php
// Shows how far an import of orders is: php import.php 40
require __DIR__ . '/vendor/autoload.php';

use ActivitySmith\ActivitySmith;
use ActivitySmith\LiveActivityAction;
use ActivitySmith\LiveActivityColor;
use ActivitySmith\LiveActivityContentState;

$client = new ActivitySmith(getenv('ACTIVITYSMITH_API_KEY'));
$percentage = (int) $argv[1];

$client->liveActivities->stream(
    'order-import',
    contentState: LiveActivityContentState::make(
        title: 'Order import',
        subtitle: "$percentage % done",
        type: 'progress',
        percentage: $percentage,
        color: LiveActivityColor::GREEN,
    ),
    action: LiveActivityAction::make(title: 'Open the log', type: 'open_url', url: 'https://shop.example.com/imports'),
);
