// Server mana yang menanggung paling banyak aplikasi? / Which servers carry the most applications?
// Rows: one per server that runs something, busiest first.
MATCH (s:Server)<-[:RUNS_ON]-(a:Application)
WHERE a.status <> 'retired'
OPTIONAL MATCH (s)-[:LOCATED_IN]->(f:ComputingFacility)
RETURN s.key AS key, s.name AS name, min(f.name) AS facility, count(DISTINCT a) AS applications
ORDER BY applications DESC, key
LIMIT 20000
