// OPD apa saja yang tercatat? / Which agencies are on record?
// Rows: one per organisation unit.
MATCH (u:OrgUnit)
RETURN u.uid AS uid, u.key AS key, u.name AS name, u.scope AS scope
ORDER BY name, key
LIMIT 20000
