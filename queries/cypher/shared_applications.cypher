// Aplikasi mana yang dipakai banyak OPD? / Which applications do many agencies use?
// Rows: one per application with users, most agencies first.
MATCH (u:OrgUnit)-[:USES]->(a:Application)
RETURN a.key AS key, a.name AS name, count(DISTINCT u) AS agencies, collect(DISTINCT u.name) AS users
ORDER BY agencies DESC, key
LIMIT 20000
