// Layanan mana yang belum didukung aplikasi? / Which services are not supported by an application?
// Rows: one per service in use without application.
MATCH (s:Service)
WHERE s.status <> 'retired' AND NOT (s)-[:REALIZED_BY]->(:Application)
OPTIONAL MATCH (s)-[:OWNED_BY]->(u:OrgUnit)
RETURN s.key AS key, s.name AS name, min(u.name) AS agency
ORDER BY agency, name
LIMIT 20000
