using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Ci.Tests;

/// <summary>
/// The part of GitLab's REST API that the note script uses, as its documentation describes it: the token's user, and the notes of one merge
/// request in pages of at most 100 (https://docs.gitlab.com/api/notes/, https://docs.gitlab.com/api/rest/#offset-based-pagination).
/// </summary>
internal sealed class GitLabServer : IAsyncDisposable
{
    /// <summary>The token that is accepted.</summary>
    public const string Token = "glpat-Zx81_token-of-the-bot.01";

    private const int Bot = 77;
    private const string Notes = "/api/v4/projects/5/merge_requests/11/notes";
    private readonly ConcurrentQueue<Func<HttpContext, bool>> _failures = [];
    private LocalServer? _server;

    /// <summary>Every request so far, e.g. <c>GET /api/v4/user</c>, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>When each request came.</summary>
    public ConcurrentQueue<DateTimeOffset> Times { get; } = [];

    /// <summary>The merge request's notes, oldest first.</summary>
    public List<JsonObject> All { get; } = [];

    /// <summary>The base of the API, as in <c>CI_API_V4_URL</c>.</summary>
    public string Url => $"{_server!.Url}/api/v4";

    public static async Task<GitLabServer> StartAsync()
    {
        var gitLab = new GitLabServer();
        gitLab._server = await LocalServer.StartAsync(gitLab.AnswerAsync);
        return gitLab;
    }

    /// <summary>Adds a note.</summary>
    /// <param name="body">Its text.</param>
    /// <param name="author">Id of the user; the token's own when not given.</param>
    /// <param name="system">Whether GitLab wrote it about a change.</param>
    public void Add(string body, int author = Bot, bool system = false) =>
        All.Add(new() { ["id"] = 1000 + All.Count, ["body"] = body, ["system"] = system, ["author"] = new JsonObject { ["id"] = author } });

    /// <summary>Answers the next request of a method with an error instead; several are answered in the order of the calls.</summary>
    /// <param name="method">The method, e.g. POST.</param>
    /// <param name="status">The status.</param>
    /// <param name="retryAfter">The header Retry-After, in seconds.</param>
    /// <param name="carryOut">Whether a POST is carried out all the same, and only its answer is lost.</param>
    public void FailNext(string method, int status, int? retryAfter = null, bool carryOut = false) => _failures.Enqueue(context =>
    {
        if (context.Request.Method != method)
            return false;
        if (carryOut)
            Add("carried out <!-- lhd-preview:staging -->");
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = $"{retryAfter}";
        context.Response.StatusCode = status;
        return true;
    });

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        Times.Enqueue(DateTimeOffset.UtcNow);
        if (_failures.TryPeek(out var fail) && fail(context))
        {
            _failures.TryDequeue(out _);
            await context.Response.WriteAsync("""{"message":"as the test says"}""");
        }
        else if (context.Request.Headers["PRIVATE-TOKEN"] != Token)
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("""{"message":"401 Unauthorized"}""");
        }
        else
        {
            await AnswerAsync(context.Request, context.Response);
        }
    }

    private Task AnswerAsync(HttpRequest request, HttpResponse response) => (request.Method, Path: request.Path.Value!) switch
    {
        ("GET", "/api/v4/user") => WriteAsync(response, 200, new JsonObject { ["id"] = Bot, ["username"] = "project_5_bot" }),
        ("GET", Notes) => ListAsync(request, response),
        ("POST", Notes) => PostAsync(request, response),
        ("PUT", var path) when All.Find(note => path == $"{Notes}/{note["id"]}") is { } note => PutAsync(request, response, note),
        _ => WriteAsync(response, 404, new JsonObject { ["message"] = "404 Not found" }),
    };

    private Task ListAsync(HttpRequest request, HttpResponse response)
    {
        var size = Math.Min(100, int.Parse(request.Query["per_page"].FirstOrDefault() ?? "20"));
        var page = int.Parse(request.Query["page"].FirstOrDefault() ?? "1");
        var notes = request.Query["sort"] == "asc" ? All : Enumerable.Reverse(All);
        response.Headers["X-Next-Page"] = All.Count > page * size ? $"{page + 1}" : "";
        return WriteAsync(response, 200, new JsonArray([.. notes.Skip((page - 1) * size).Take(size).Select(note => note.DeepClone())]));
    }

    private async Task PostAsync(HttpRequest request, HttpResponse response)
    {
        Add((string)(await JsonNode.ParseAsync(request.Body))!["body"]!);
        await WriteAsync(response, 201, All[^1]);
    }

    private static async Task PutAsync(HttpRequest request, HttpResponse response, JsonObject note)
    {
        if ((int)note["author"]!["id"]! != Bot)
        {
            await WriteAsync(response, 403, new JsonObject { ["message"] = "403 Forbidden" });
            return;
        }

        note["body"] = (await JsonNode.ParseAsync(request.Body))!["body"]!.DeepClone();
        await WriteAsync(response, 200, note);
    }

    private static Task WriteAsync(HttpResponse response, int status, JsonNode body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        return response.WriteAsync(body.ToJsonString());
    }
}
