// Domain apa yang sudah diisi tiap OPD? / Which domains has each agency filled in?
// Rows: one per agency and kind that has elements, with how many are in use.
MATCH (e:Element)
WHERE e.kind <> 'ReferenceCode' AND e.kind <> 'OrgUnit' AND e.status <> 'retired'
RETURN e.scope AS scope, e.kind AS kind, count(e) AS elements
ORDER BY scope, kind
LIMIT 20000
