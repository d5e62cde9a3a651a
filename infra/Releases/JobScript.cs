using Infra.Compute;

namespace Infra.Releases;

/// <summary>
/// Pure: the shell functions with which a script runs a one-shot swarm job and waits for it, on a manager. All jobs of an environment have
/// the same name, and the swarm allows a name once, so two never run at the same time. A job outlives the script that started it: the next
/// script takes it over when it is its own, and otherwise waits for its end. See https://docs.docker.com/reference/cli/docker/service/create/#running-as-a-job.
/// </summary>
public static class JobScript
{
    /// <summary>The job's name in the swarm.</summary>
    public const string Name = "lucky-release";

    /// <summary>The end of what every job runs: it lists the migrations, between two lines that we know.</summary>
    /// <param name="list">The command that lists them.</param>
    public static string List(IReadOnlyList<string> list) => $"echo '-- migrations of this release --'\n{ShellWord.Line(list)}\necho '-- end --'";

    /// <summary>
    /// The beginning of a script with secrets to hide on its standard input. Defines <c>run_job TASK COMMAND_LINE</c>, which prints the job's
    /// log as it comes and fails when the job does, <c>end_job</c>, which removes it, and <c>listed</c>, which prints the listed migrations.
    /// </summary>
    /// <param name="image">The image, with its tag.</param>
    /// <param name="release">The release on whose behalf the job runs.</param>
    /// <param name="options">Of <see cref="JobArguments"/>.</param>
    /// <param name="timeoutMinutes">How long to wait for a job.</param>
    public static string Functions(string image, string release, IReadOnlyList<string> options, int timeoutMinutes) =>
        $$"""
        set -eu
        export LC_ALL=C
        job={{Name}}
        release={{ShellWord.Of(release)}}
        minutes={{timeoutMinutes}}
        masks=$(cat)
        log=$(mktemp)
        trap 'rm -f "$log"' EXIT
        trap 'exit 129' HUP INT TERM

        create_job() {
          docker service create --detach --quiet --name "$job" --label "lhd.release=$release" --label "lhd.task=$1" \
            {{string.Join(" \\\n    ", options.Select(ShellWord.Of))}} \
            {{ShellWord.Of(image)}} /bin/sh -euc "$2" >/dev/null
        }

        """ + Waiting + Running;

    private const string Waiting =
        """

        # Prints standard input with every secret replaced.
        masked() {
          { [ -z "$masks" ] || printf '%s\n' "$masks"; echo; cat; } | awk '
            !body && $0 == "" { body = 1; next }
            !body { mask[++count] = $0; next }
            {
              for (i = 1; i <= count; i++) {
                line = ""
                while ((at = index($0, mask[i])) > 0) {
                  line = line substr($0, 1, at - 1) "[secret]"
                  $0 = substr($0, at + length(mask[i]))
                }
                $0 = line $0
              }
              print
            }'
        }

        # Prints running, complete or failed, and fails when there is no job.
        job_state() {
          states=$(docker service ps --no-trunc --format '{{.CurrentState}}' "$job" 2>/dev/null | cut -d ' ' -f 1)
          docker service inspect "$job" >/dev/null 2>&1 || return 1
          case "$states" in
            *Complete*) echo complete ;;
            '' | *New* | *Allocated* | *Pending* | *Assigned* | *Accepted* | *Preparing* | *Ready* | *Starting* | *Running*) echo running ;;
            *) echo failed ;;
          esac
        }

        read_log() {
          timeout 60 docker service logs --raw "$job" >"$log" 2>&1
        }

        # Reads the log of a job that has ended. Its last lines may come later than the news of its end: that of a success has a last line that
        # we know, that of a failure is read until nothing is added.
        read_whole_log() {
          size=-1
          tries=0
          while [ "$tries" -lt 20 ]; do
            if read_log; then
              ! grep -qxe '-- end --' "$log" || return 0
              [ "$1" = complete ] || [ "$tries" -lt 2 ] || [ "$(wc -c <"$log")" != "$size" ] || return 0
              size=$(wc -c <"$log")
            fi
            tries=$((tries + 1))
            sleep 1
          done
          echo "the log of the job $job could not be read to its end" >&2
        }

        # Prints the lines of the job's log that were not printed yet; the last may lack its end until the job has ended.
        show_log() {
          if [ "$1" = running ]; then
            read_log || return 0
            lines=$(wc -l <"$log")
          else
            read_whole_log "$1"
            lines=$(($(wc -l <"$log") + 1))
          fi
          [ "$lines" -le "$shown" ] || sed -n "$((shown + 1)),${lines}p" "$log" | masked
          shown=$lines
        }

        # Waits until the job has ended and leaves how in $state: complete, failed or gone.
        await_job() {
          shown=0
          deadline=$(($(date +%s) + minutes * 60))
          while :; do
            state=$(job_state) || state=gone
            [ "$state" = gone ] || show_log "$state"
            [ "$state" = running ] || return 0
            if [ "$(date +%s)" -ge "$deadline" ]; then
              docker service ps --no-trunc "$job" | masked >&2
              echo "the job $job still runs after $minutes minutes and is left alone; run pulumi up again to wait for it, or stop it with: docker service rm $job" >&2
              exit 1
            fi
            sleep 1
          done
        }

        """;

    private const string Running =
        """

        end_job() {
          docker service rm "$job" >/dev/null 2>&1 || true
        }

        run_job() {
          state=gone
          if owner=$(docker service inspect --format '{{index .Spec.Labels "lhd.release"}} {{index .Spec.Labels "lhd.task"}}' "$job" 2>/dev/null); then
            echo "waiting for the job of an earlier run: $owner"
            await_job
            if [ "$owner" != "$release $1" ] || [ "$state" != complete ]; then
              end_job
              state=gone
            fi
          fi
          if [ "$state" = gone ]; then
            create_job "$1" "$2" || return 1
            await_job
          fi
          [ "$state" != complete ] || return 0
          if [ "$state" = gone ]; then
            echo "somebody removed the job $job before it ended; run pulumi up again" >&2
          else
            docker service ps --no-trunc --format '{{.CurrentState}} on {{.Node}} {{.Error}}' "$job" | masked >&2
            end_job
          fi
          return 1
        }

        # The migrations that the job has listed, one a line: version, then Migrated or Pending. Fails when it has listed none and did not say so.
        listed() {
          grep -qxe '-- end --' "$log" || return 1
          list=$(sed -n '/^-- migrations of this release --/,$p' "$log")
          case "$list" in
            *'There are no migrations.'*) ;;
            *::V[0-9]*) printf '%s\n' "$list" | sed -n 's/.*::V\([0-9][0-9]*\).*\(Migrated\|Pending\).*/\1 \2/p' | sort -n ;;
            *)
              echo "lhd:migrationsCommand lists no migrations; it must print lines such as: AddUsers::V20260101120000 Migrated" >&2
              return 1
              ;;
          esac
        }

        """;
}
