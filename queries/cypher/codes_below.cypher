// Kode referensi apa yang ada di bawah sebuah kode? / Which reference codes lie below a code?
// $code: kode, kosong berarti semua / a code, empty for all
// $level: tingkat, 0 berarti semua / level, 0 for all
// Rows: one per code, with how many elements it classifies.
MATCH (c:ReferenceCode)
WHERE c.code STARTS WITH $code AND ($level = 0 OR c.level = $level)
OPTIONAL MATCH (e:Element)-[:CLASSIFIED_AS]->(c)
RETURN c.code AS code, c.level AS level, c.name AS name, count(DISTINCT e) AS elements
ORDER BY code
LIMIT 20000
