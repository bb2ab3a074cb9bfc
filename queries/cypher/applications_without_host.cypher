// Aplikasi mana yang belum diketahui berjalan di mana? / Which applications are not known to run anywhere?
// Rows: one per application in use without server, cloud service or platform that is in use.
MATCH (a:Application)
WHERE a.status <> 'retired'
OPTIONAL MATCH (a)-[:RUNS_ON]->(h:Element)
WHERE h.status <> 'retired'
WITH a, count(h) AS hosts
WHERE hosts = 0
OPTIONAL MATCH (a)-[:OWNED_BY]->(u:OrgUnit)
RETURN a.key AS key, a.name AS name, min(u.name) AS agency
ORDER BY agency, name
LIMIT 20000
