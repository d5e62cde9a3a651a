# shellcheck shell=bash
# What two clusters must have in common: every row, role, setting and grant. What differs between versions by itself is left out:
# versions of extensions and what belongs to them, privileges that only newer versions know, NOT NULL as a constraint with a name (18).

# compare_clusters SUPER_USER: the running server with the one in $upgrading.
compare_clusters() {
  facts as_super_user >"$upgrading/before" || fail 'the running server could not be asked what it has; nothing was changed'
  facts on_server "$upgrading" "$1" >"$upgrading/after" || fail 'the new server could not be asked what it has; nothing was changed'
  diff --unified=0 "$upgrading/before" "$upgrading/after" >&2 || fail 'the copy differs from the running data; nothing was changed'
  say "compared: $(grep -c '^rows ' "$upgrading/after") tables, $(grep -c '^role ' "$upgrading/after") roles, $(wc --lines <"$upgrading/after") facts in all are the same"
}

databases() {
  "$@" --dbname=postgres --command='SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate ORDER BY datname COLLATE "C"'
}

facts() {
  local each names
  names=$(databases "$@")
  "$@" --dbname=postgres <<<"$cluster_facts" | LC_ALL=C sort
  for each in $names; do
    printf 'in %s\n' "$each"
    "$@" --dbname="$each" <<<"$database_facts" | LC_ALL=C sort
  done
}

# Privileges that every supported version knows, of an access list.
readonly known="privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'USAGE', 'EXECUTE', 'CREATE', 'CONNECT', 'TEMPORARY')"

readonly cluster_facts="
SELECT concat_ws(' ', 'role', rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit, rolvaliduntil, md5(rolpassword))
FROM pg_authid WHERE rolname !~ '^pg_';
SELECT DISTINCT concat_ws(' ', 'member', roleid::regrole, member::regrole, admin_option) FROM pg_auth_members WHERE member::regrole::text !~ '^pg_';
SELECT concat_ws(' ', 'setting', d.datname, r.rolname, unnest(setconfig)) FROM pg_db_role_setting
LEFT JOIN pg_database d ON d.oid = setdatabase LEFT JOIN pg_roles r ON r.oid = setrole;
SELECT concat_ws(' ', 'database', datname, datdba::regrole, pg_encoding_to_char(encoding), datcollate, datctype) FROM pg_database;
SELECT concat_ws(' ', 'grant database', datname, grantee::regrole, privilege_type, is_grantable) FROM pg_database, aclexplode(datacl) WHERE $known;"

readonly database_facts="
SET search_path = pg_catalog; SET timezone = 'UTC';
SELECT concat_ws(' ', 'extension', extname, extnamespace::regnamespace) FROM pg_extension;
CREATE TEMP VIEW ours AS SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema';
CREATE TEMP VIEW made AS SELECT classid, objid FROM pg_depend WHERE deptype = 'e';
SELECT concat_ws(' ', 'schema', nspname, nspowner::regrole) FROM pg_namespace WHERE oid IN (TABLE ours);
SELECT concat_ws(' ', 'grant schema', nspname, grantee::regrole, privilege_type, is_grantable) FROM pg_namespace, aclexplode(nspacl) WHERE oid IN (TABLE ours) AND $known;
SELECT concat_ws(' ', 'relation', oid::regclass, relkind, relowner::regrole, relpersistence, relrowsecurity) FROM pg_class
WHERE relnamespace IN (TABLE ours) AND ('pg_class'::regclass, oid) NOT IN (TABLE made);
SELECT concat_ws(' ', 'grant relation', oid::regclass, grantee::regrole, privilege_type, is_grantable) FROM pg_class, aclexplode(relacl)
WHERE relnamespace IN (TABLE ours) AND $known;
SELECT concat_ws(' ', 'column', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated, attacl) FROM pg_attribute
JOIN pg_class c ON c.oid = attrelid WHERE relnamespace IN (TABLE ours) AND attnum > 0 AND NOT attisdropped;
SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, contype, convalidated) FROM pg_constraint WHERE connamespace IN (TABLE ours) AND contype <> 'n';
SELECT concat_ws(' ', 'index', indexrelid::regclass, indisvalid, indisunique) FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE relnamespace IN (TABLE ours);
SELECT concat_ws(' ', 'function', oid::regprocedure, proowner::regrole, prosecdef, md5(prosrc)) FROM pg_proc
WHERE pronamespace IN (TABLE ours) AND ('pg_proc'::regclass, oid) NOT IN (TABLE made);
SELECT concat_ws(' ', 'grant function', oid::regprocedure, grantee::regrole, privilege_type) FROM pg_proc, aclexplode(proacl) WHERE pronamespace IN (TABLE ours) AND $known;
SELECT concat_ws(' ', 'type', oid::regtype, typtype, typowner::regrole) FROM pg_type WHERE typnamespace IN (TABLE ours) AND typcategory <> 'A' AND ('pg_type'::regclass, oid) NOT IN (TABLE made);
SELECT concat_ws(' ', 'trigger', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace IN (TABLE ours) AND NOT tgisinternal;
SELECT concat_ws(' ', 'policy', polrelid::regclass, polname, polcmd) FROM pg_policy;
SELECT concat_ws(' ', 'default grant', defaclrole::regrole, nullif(defaclnamespace, 0)::regnamespace, defaclobjtype, grantee::regrole, privilege_type)
FROM pg_default_acl, aclexplode(defaclacl) WHERE $known;
SELECT concat_ws(' ', 'sequence', schemaname, sequencename, last_value, increment_by) FROM pg_sequences;
SELECT concat_ws(' ', 'large objects', count(*)) FROM pg_largeobject_metadata;
SELECT format('SELECT concat_ws('' '', ''rows'', %L, count(*), sum((''x'' || left(md5(lhd_row::text), 15))::bit(60)::bigint)) FROM ONLY %s AS lhd_row', oid::regclass, oid::regclass)
FROM pg_class WHERE relnamespace IN (TABLE ours) AND (relkind = 'r' OR relkind = 'm' AND relispopulated) \\gexec
"
