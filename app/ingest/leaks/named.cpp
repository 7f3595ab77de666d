#include "app/ingest/leaks/rule.h"

namespace tf::ingest {

namespace {

constexpr std::string_view kBird = "messagebird|message_bird|message-bird";
constexpr std::string_view kRelic = "newrelic|new_relic|new-relic";
constexpr std::string_view kFrog = "jfrog|artifactory|bintray|xray";
constexpr std::string_view kIn = "linkedin|linked_in|linked-in";
constexpr std::string_view kTimes = "nytimes|new-york-times|newyorktimes";
constexpr std::string_view kPrivate = "privateai|private_ai|private-ai";
constexpr std::string_view kSidekiq =
    "bundle_enterprise__contribsys__com|bundle_gems__contribsys__com";

// Values that could be anything, but for the name before them.
constexpr Rule kNamed[] = {
    {"adafruit-named", "Adafruit key", "adafruit", "{t32}", 3},
    {"airtable-named", "Airtable key", "airtable", "{a17}", 3},
    {"algolia-named", "Algolia key", "algolia", "{a32}", 2.8},
    {"alibaba-named", "Alibaba Cloud secret key", "alibaba|aliyun", "{a30}", 3},
    {"asana-named", "Asana secret", "asana", "{a32}", 2.8},
    {"atlassian-named", "Atlassian token", "atlassian|confluence|jira", "{a24}", 3},
    {"aws-named", "AWS secret key", "aws|amazon", "{b40}", 4.1},
    {"beamer-named", "Beamer token", "beamer", "b_{q44}", 3},
    {"bitbucket-named", "Bitbucket secret", "bitbucket", "{q64}", 3},
    {"bitbucket-key-named", "Bitbucket key", "bitbucket", "{a32}", 2.8},
    {"bittrex-named", "Bittrex key", "bittrex", "{a32}", 2.8},
    {"cisco-named", "Cisco Meraki key", "meraki", "{x40}", 2.8},
    {"cloudflare-named", "Cloudflare token", "cloudflare", "{t40}", 3},
    {"cloudflare-global-named", "Cloudflare global key", "cloudflare", "{X37}", 2.8},
    {"codecov-named", "Codecov token", "codecov", "{a32}", 2.8},
    {"cohere-named", "Cohere key", "cohere|co_api_key", "{a40}", 3.8},
    {"coinbase-named", "Coinbase token", "coinbase", "{t64}", 3},
    {"confluent-named", "Confluent key", "confluent", "{a16}", 2.6},
    {"confluent-secret-named", "Confluent secret", "confluent", "{b64}", 3},
    {"contentful-named", "Contentful token", "contentful", "{q43}", 3},
    {"datadog-named", "Datadog key", "datadog|dd_app_key", "{a40}", 2.8},
    {"datadog-key-named", "Datadog API key", "datadog|dd_api_key", "{x32}", 2.7},
    {"discord-named", "Discord bot token", "discord", "{t23-28}.{t6-7}.{t27-40}", 3},
    {"discord-public-named", "Discord key", "discord", "{X64}", 2.8},
    {"discord-secret-named", "Discord client secret", "discord", "{q32}", 3},
    {"drone-named", "Drone CI token", "droneci", "{a32}", 2.8},
    {"dropbox-named", "Dropbox secret", "dropbox", "{a15}", 2.6},
    {"dropbox-long-named", "Dropbox token", "dropbox", "{a11}AAAAAAAAAA{q43}", 3},
    {"etsy-named", "Etsy key", "etsy", "{a24}", 3},
    {"facebook-named", "Facebook secret", "facebook", "{X32}", 2.8},
    {"fastly-named", "Fastly token", "fastly", "{q32}", 3},
    {"finicity-named", "Finicity token", "finicity", "{X32}", 2.7},
    {"finicity-secret-named", "Finicity secret", "finicity", "{a20}", 2.8},
    {"finnhub-named", "Finnhub token", "finnhub", "{a20}", 2.8},
    {"flickr-named", "Flickr key", "flickr", "{a32}", 2.8},
    {"freemius-named", "Freemius secret key", "secret_key", "sk_{p29}", 3},
    {"freshbooks-named", "FreshBooks token", "freshbooks", "{a64}", 3},
    {"gitter-named", "Gitter token", "gitter", "{t40}", 3},
    {"gocardless-named", "GoCardless token", "gocardless", "live_{q40}", 3},
    {"heroku-named", "Heroku key", "heroku", "{U}", 2.5},
    {"hubspot-named", "HubSpot key", "hubspot", "{U}", 2.5},
    {"intercom-named", "Intercom token", "intercom", "{q60}", 3},
    {"jfrog-named", "Artifactory key", kFrog, "{a73}", 3},
    {"jfrog-identity-named", "Artifactory identity token", kFrog, "{a64}", 3},
    {"kraken-named", "Kraken key", "kraken", "{m80-90}", 3.5},
    {"kucoin-named", "KuCoin key", "kucoin", "{X24}", 2.5},
    {"kucoin-secret-named", "KuCoin secret", "kucoin", "{U}", 2.5},
    {"launchdarkly-named", "LaunchDarkly token", "launchdarkly", "{q40}", 3},
    {"linear-named", "Linear client secret", "linear", "{X32}", 2.7},
    {"linkedin-named", "LinkedIn client secret", kIn, "{a16}", 2.6},
    {"lob-named", "Lob key", "lob", "live_{X35}", 2.7},
    {"lob-test-named", "Lob test key", "lob", "test_{X35}", 2.7},
    {"looker-named", "Looker client secret", "looker", "{a24}", 3},
    {"mailchimp-named", "Mailchimp key", "mailchimp", "{X32}-us{d2}", 2.7},
    {"mailgun-named", "Mailgun key", "mailgun", "key-{X32}", 2.7},
    {"mailgun-sign-named", "Mailgun signing key", "mailgun", "{a32}-{a8}-{a8}", 2.7},
    {"mapbox-named", "Mapbox token", "mapbox", "pk.{a60}.{a22}", 3},
    {"mattermost-named", "Mattermost token", "mattermost", "{a26}", 2.8},
    {"messagebird-named", "MessageBird token", kBird, "{a25}", 2.8},
    {"netlify-named", "Netlify token", "netlify", "{q40-46}", 3},
    {"newrelic-browser-named", "New Relic browser token", kRelic, "NRJS-{X19}", 2.3},
    {"newrelic-insert-named", "New Relic insert key", kRelic, "NRII-{t32}", 3},
    {"newrelic-id-named", "New Relic key", kRelic, "{a64}", 3},
    {"newrelic-key-named", "New Relic user key", kRelic, "NRAK-{a27}", 3},
    {"nytimes-named", "New York Times key", kTimes, "{q32}", 3},
    {"okta-named", "Okta token", "okta", "00{q40}", 3.5},
    {"plaid-token-named", "Plaid token", "plaid", "access-{A7-11}-{U}", 2.5},
    {"plaid-secret-named", "Plaid secret", "plaid", "{a30}", 3},
    {"privateai-named", "Private AI key", kPrivate, "{a32}", 2.8},
    {"rapidapi-named", "RapidAPI key", "rapidapi", "{t50}", 3},
    {"sendbird-named", "Sendbird token", "sendbird", "{X40}", 2.7},
    {"sentry-named", "Sentry token", "sentry", "{X64}", 2.8},
    {"sidekiq-named", "Sidekiq login", kSidekiq, "{X8}:{X8}", 2.3},
    {"snyk-named", "Snyk token", "snyk", "{U}", 2.5},
    {"sonar-named", "Sonar token", "sonar", "{q40}", 3},
    {"sonar-user-named", "Sonar user token", "sonar", "squ_{q40}", 3},
    {"sonar-project-named", "Sonar project token", "sonar", "sqp_{q40}", 3},
    {"sonar-analysis-named", "Sonar analysis token", "sonar", "sqa_{q40}", 3},
    {"sourcegraph-named", "Sourcegraph token", "sourcegraph", "{X40}", 2.8},
    {"squarespace-named", "Squarespace token", "squarespace", "{U}", 2.5},
    {"sumologic-named", "Sumo Logic key", "sumo", "{a64}", 3},
    {"telegram-named", "Telegram bot token", "telegr", "{d5-16}:A{t34}", 3},
    {"travis-named", "Travis CI token", "travis", "{a22}", 2.8},
    {"twilio-named", "Twilio token", "twilio", "{x32}", 2.7},
    {"twitch-named", "Twitch token", "twitch", "{a30}", 3},
    {"twitter-token-named", "Twitter token", "twitter", "{d15-25}-{a20-40}", 3},
    {"twitter-bearer-named", "Twitter bearer token", "twitter", "AAAAAAAAAAAAAAAAAAAAAA{p80-100}",
     3},
    {"twitter-access-named", "Twitter access secret", "twitter", "{a45}", 3.3},
    {"twitter-secret-named", "Twitter secret", "twitter", "{a50}", 3.3},
    {"twitter-key-named", "Twitter key", "twitter", "{a25}", 3},
    {"wandb-named", "Weights & Biases key", "wandb", "{x40}", 2.8},
    {"yandex-named", "Yandex key", "yandex", "YC{t38}", 3},
    {"zendesk-named", "Zendesk key", "zendesk", "{a40}", 2.8},
};

} // namespace

std::span<const Rule> namedRules()
{
    return kNamed;
}

} // namespace tf::ingest
