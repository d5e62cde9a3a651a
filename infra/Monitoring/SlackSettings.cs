namespace Infra.Monitoring;

/// <summary>Where in Slack alerts appear. The webhook's URL is a secret, and not part of this.</summary>
/// <param name="Channel">Channel, such as <c>#alerts</c>.</param>
/// <param name="User">Name that the messages carry.</param>
public sealed record SlackSettings(string Channel, string User);
