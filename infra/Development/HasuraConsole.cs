using Infra.Secrets;
using Infra.Services;
using Infra.Services.Catalogue;

namespace Infra.Development;

/// <summary>
/// Hasura's console with its command line behind it, which writes every change of the metadata into the source folder
/// (https://hasura.io/docs/2.0/hasura-cli/commands/hasura_console/). Migrations are Lucky's, so its own migrations mode is off.
/// </summary>
public static class HasuraConsole
{
    /// <summary>Service and DNS name.</summary>
    public const string Name = "hasura-console";

    /// <summary>Port of the console's page.</summary>
    public const int Port = 9695;

    /// <summary>Port to which the page sends what it wants written.</summary>
    public const int ApiPort = 9693;

    /// <summary>Hasura's image with the command line in it.</summary>
    public const string Image = $"{Images.Hasura}.cli-migrations-v3";

    private const string ScriptPath = "/etc/lhd/console.sh";

    /// <summary>
    /// The script, for a folder below the source folder. Migrations mode has no option, but a setting of the running console (hasura/graphql-engine#2290). A folder that is not a
    /// Hasura project yet becomes one, when Hasura has answered.
    /// </summary>
    public static string Script(string folder) =>
        $$"""
        #!/bin/sh
        set -eu
        mkdir -p {{LuckyDevelopment.AppFolder}}/{{folder}}
        cd {{LuckyDevelopment.AppFolder}}/{{folder}}
        if [ ! -e config.yaml ]; then
          fresh=$(mktemp -d)
          mkdir "$fresh/metadata" "$fresh/migrations"
          printf 'version: 3\nendpoint: http://{{Hasura.Name}}:8080\nmetadata_directory: metadata\n' >"$fresh/config.yaml"
          (cd "$fresh" && hasura-cli metadata export --skip-update-check)
          cp -R "$fresh/metadata" "$fresh/migrations" .
          cp "$fresh/config.yaml" .
        fi
        (
          tries=0
          until curl --silent --fail --output /dev/null --request PUT --header 'Content-Type: application/json' \
            --data '{"name":"migration_mode","value":"false"}' http://127.0.0.1:9693/apis/migrate/settings; do
            tries=$((tries + 1))
            if [ "$tries" -gt 60 ]; then
              echo 'the migrations mode could not be switched off: switch it off in the console, on the page Data / Migrations' >&2
              exit 0
            fi
            sleep 2
          done
        ) &
        exec hasura-cli console --skip-update-check --no-browser --address 0.0.0.0 --console-port 9695 --api-port 9693 \
          --endpoint http://{{Hasura.Name}}:8080 --console-hge-endpoint http://localhost:8080

        """;

    /// <summary>Describes the service.</summary>
    /// <param name="sourceFolder">Absolute path of the application's source.</param>
    /// <param name="folder">Folder with the metadata below it.</param>
    public static ServiceSpec Describe(string sourceFolder, string folder) => new ServiceSpec(Name, Image)
    {
        Args = ["/bin/sh", ScriptPath],
        Networks = [OverlayNetwork.Edge],
        Ports = [new(Port, Port), new(ApiPort, ApiPort)],
        Configs = [new("script", ScriptPath, Script(folder))],
        Mounts = [Mount.Bind(sourceFolder, LuckyDevelopment.AppFolder)],
        Health = HealthCheck.HttpByCurl(Port, "/") with { StartPeriod = TimeSpan.FromMinutes(2) },
        Resources = new(256, 1),
        Placement = Placement.Managers,
        Update = UpdatePolicy.StopFirst,
        Init = true,
        WaitsFor = [Hasura.Name],
    }.WithSecretEnvironment(new Dictionary<string, string> { ["HASURA_GRAPHQL_ADMIN_SECRET"] = SecretNames.HasuraAdminSecret });
}
