// Aplikasi OPD mana yang menjalankan fungsi yang sama? / Which applications of different agencies serve the same function?
// $code: awal kode RAB atau RAL, kosong berarti semua / start of a RAB or RAL code, empty for all
// $limit: paling banyak pasangan / most pairs
// Rows: one per pair of applications of different agencies and function, most shared first.
MATCH (function:ReferenceCode)
WHERE function.level = 3 AND function.code STARTS WITH $code
  AND (function.code STARTS WITH 'RAB' OR function.code STARTS WITH 'RAL')
MATCH (service:Service)-[:CLASSIFIED_AS]->(:ReferenceCode)-[:BROADER*0..4]->(function)
MATCH (service)-[:REALIZED_BY]->(application:Application)
WHERE application.status <> 'retired' AND service.status <> 'retired'
WITH DISTINCT function, application
MATCH (application)-[:OWNED_BY]->(agency:OrgUnit)
WITH function, collect(DISTINCT {uid: application.uid, key: application.key, name: application.name,
                                 agency: agency.name, owner: agency.uid}) AS found
UNWIND found AS one
UNWIND found AS two
WITH function, one, two
WHERE one.key < two.key AND one.owner <> two.owner
MATCH (left:Application {uid: one.uid}), (right:Application {uid: two.uid})
OPTIONAL MATCH (left)<-[:REALIZED_BY]-(service:Service)-[:REALIZED_BY]->(right)
WITH function, one, two, left, right, collect(DISTINCT service.name) AS services
OPTIONAL MATCH (left)-[:ACCESSES]->(object:DataObject)<-[:ACCESSES]-(right)
WITH function, one, two, services, collect(DISTINCT object.name) AS objects
RETURN function.code AS code, function.name AS function,
       one.key AS left_key, one.name AS left_name, one.agency AS left_agency,
       two.key AS right_key, two.name AS right_name, two.agency AS right_agency,
       services AS shared_services, objects AS shared_data,
       size(services) + size(objects) AS shared
ORDER BY shared DESC, code, left_key, right_key
LIMIT $limit
