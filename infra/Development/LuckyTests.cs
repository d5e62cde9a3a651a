namespace Infra.Development;

/// <summary>The application's tests, in the running container of Lucky, against a database of their own.</summary>
public static class LuckyTests
{
    /// <summary>Path of the script in the container.</summary>
    public const string ScriptPath = "/etc/lhd/test.sh";

    /// <summary>Where Postgres's own tools look for what the URL says; as an argument of theirs, others would see it.</summary>
    private const string Connection =
        """
        rest=${DATABASE_URL#*://}
        PGUSER=${rest%%:*}
        rest=${rest#*:}
        PGPASSWORD=${rest%%@*}
        rest=${rest#*@}
        PGHOST=${rest%%:*}
        rest=${rest#*:}
        PGPORT=${rest%%/*}
        PGDATABASE=${rest#*/}
        export PGUSER PGPASSWORD PGHOST PGPORT PGDATABASE
        """;

    /// <summary>The role that logs in acts as the owner of the database, who may not end connections of the one who logged in.</summary>
    private const string AsLogin = "PGOPTIONS='-c role=none'";

    /// <summary>Part of the start script: no test is running yet, so a database of tests that is there is left from a task that was killed.</summary>
    public const string DropLeftovers =
        $$"""
        {{Connection}}
        {{AsLogin}} psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 <<'SQL'
        SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE starts_with(datname, current_database() || '_test_') \gexec
        SQL
        """;

    /// <summary>
    /// The script; its exit code is that of the tests. The database is made by Postgres's tools, as Avram's task wants to log in to one that is named
    /// like the role (luckyframework/avram#983). It is dropped at the end, and by a process of its own if this one is killed.
    /// </summary>
    public const string Script =
        $$"""
        #!/bin/sh
        set -eu
        cd /app
        {{Connection}}
        name=${PGDATABASE}_test_$$
        drop() {
          {{AsLogin}} dropdb --if-exists --force "$name"
        }
        createdb "$name"
        (
          trap '' HUP INT TERM
          while kill -0 $$; do sleep 1; done
          drop
        ) </dev/null >/dev/null 2>&1 &
        trap 'kill $! 2>/dev/null || :; drop' EXIT
        trap 'exit 129' HUP
        trap 'exit 130' INT
        trap 'exit 143' TERM

        DATABASE_URL=${DATABASE_URL%/*}/$name
        DB_URL=$DATABASE_URL
        LUCKY_ENV=test
        export DATABASE_URL DB_URL LUCKY_ENV
        lucky db.migrate
        # A shell heeds a signal when what it runs has ended, or at once while it waits.
        crystal spec "$@" &
        wait $!

        """;
}
