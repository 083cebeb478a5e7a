-- The line of supply of one lot by SQL alone: from where its rounds entered, every later entry that takes rounds from an account
-- they had reached. The peer of a trace by lot mark; ?1 is the lot. Best index: entries_by_source (lot, from_party, from_place,
-- from_standing), made for this query, beside the table's own order (lot, number, line).
WITH RECURSIVE supply(number, line, act, rounds, from_party, to_party, to_place, to_standing, happened_first) AS (
  SELECT number, line, act, rounds, from_party, to_party, to_place, to_standing, happened_first
  FROM entries
  WHERE lot = ?1 AND from_standing IN (0, 1, 2)
  UNION
  SELECT e.number, e.line, e.act, e.rounds, e.from_party, e.to_party, e.to_place, e.to_standing, e.happened_first
  FROM supply s
  JOIN entries e ON e.lot = ?1 AND e.from_party = s.to_party AND e.from_place = s.to_place
                AND e.from_standing = s.to_standing AND e.number > s.number
)
SELECT s.number, s.act, s.rounds, f.code, t.code, s.happened_first
FROM supply s
LEFT JOIN parties f ON f.id = s.from_party
LEFT JOIN parties t ON t.id = s.to_party
ORDER BY s.number, s.line
