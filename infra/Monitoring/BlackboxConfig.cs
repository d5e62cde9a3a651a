namespace Infra.Monitoring;

/// <summary>
/// Pure: the configuration of the blackbox exporter, one module an expectation.
/// See https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md.
/// </summary>
public static class BlackboxConfig
{
    /// <summary>The whole file. IPv4 only: overlay networks have no IPv6 way out.</summary>
    public static string Render() => $$"""
        modules:
          {{Module(ProbeExpectation.Succeeds)}}:
            prober: http
            timeout: 10s
            http:
              preferred_ip_protocol: ip4
              ip_protocol_fallback: false
          {{Module(ProbeExpectation.Answers)}}:
            prober: http
            timeout: 10s
            http:
              preferred_ip_protocol: ip4
              ip_protocol_fallback: false
              follow_redirects: false
              valid_status_codes: [200, 204, 301, 302, 303, 307, 308, 400, 401, 403, 405]
          {{Module(ProbeExpectation.AsksForPassword)}}:
            prober: http
            timeout: 10s
            http:
              preferred_ip_protocol: ip4
              ip_protocol_fallback: false
              valid_status_codes: [401]
          {{Module(ProbeExpectation.AnswersGraphql)}}:
            prober: http
            timeout: 10s
            http:
              preferred_ip_protocol: ip4
              ip_protocol_fallback: false
              method: POST
              headers:
                Content-Type: application/json
              body: '{"query":"{ __typename }"}'
              valid_status_codes: [200, 400, 401]
              fail_if_body_not_matches_regexp: ['"(data|errors)"']

        """;

    /// <summary>The name of the module that checks an expectation.</summary>
    public static string Module(ProbeExpectation expectation) => expectation switch
    {
        ProbeExpectation.Succeeds => "http_succeeds",
        ProbeExpectation.Answers => "http_answers",
        ProbeExpectation.AsksForPassword => "http_asks_for_password",
        ProbeExpectation.AnswersGraphql => "http_answers_graphql",
        _ => throw new ArgumentOutOfRangeException(nameof(expectation), expectation, "no blackbox module checks this"),
    };
}
