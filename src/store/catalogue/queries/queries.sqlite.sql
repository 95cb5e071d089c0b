-- countIssues
select "code", count(*) as "count", count(distinct "original") as "originals" from "issue" group by "code" order by "count" desc, "code";

-- countKinds
select "kind", count(*) as "count" from "original" where "state" = ? group by "kind";
select "kind", count(*) as "count" from "original" where "state" = ? and "object" in (?) group by "kind";

-- countOriginals
select "state", "kind", count(*) as "count", sum("size_bytes") as "size_bytes" from "original" group by "state", "kind" order by "count" desc, "state", "kind";
select "state", "kind", count(*) as "count", sum("size_bytes") as "size_bytes" from "original" where "accession" = ? group by "state", "kind" order by "count" desc, "state", "kind";

-- countPrivate
select count(*) as "readings", coalesce(sum("private_count"), 0) as "spans" from "reading" where "private_count" > ?;
select count(*) as "readings", coalesce(sum("private_count"), 0) as "spans" from "reading" where "private_count" > ? and "original" in (select "original"."id" from "original" where "accession" = ?);

-- countRescue
select count(*) as "count" from "original" where "accession" = ?;
select count(*) as "stories", count(distinct "work") as "works" from "story" where "accession" = ?;

-- countStories
select count(*) as "count" from "story";
select count(*) as "count" from "story" where "accession" = ?;

-- countUnknownLabels
select "label", count(*) as "count", min("story") as "story" from "claim" where "field" = 'unknown' and "label" is not null group by "label" order by "count" desc, "label" limit ?;

-- countWorks
select count(*) as "count" from "work";
select count(*) as "count" from "work" where "visible" = ? and "title_sort" >= ? and "title_sort" < ?;
select count(*) as "count" from "work" where "date_sort" is null and "missing_parts" <> ?;
select count(*) as "count" from "work" where "date_sort" >= ? and "date_sort" < ?;

-- countWorksByRights
select "hold", "permission", "stance", "visible", "withdrawn", count(*) as "count" from "work" group by "hold", "permission", "stance", "visible", "withdrawn" order by "count" desc, "hold", "permission", "stance";
select "hold", "permission", "stance", "visible", "withdrawn", count(*) as "count" from "work" where "id" in (select "story"."work" from "story" where "story"."accession" = ? and "story"."work" is not null) group by "hold", "permission", "stance", "visible", "withdrawn" order by "count" desc, "hold", "permission", "stance";

-- countWorksByYear
select substr(date_sort, 1, 4) as "year", count(*) as "works" from "work" where "visible" = ? group by "year" order by "year";

-- countWorksWithPrivate
select count(distinct "story"."work") as "count" from "story" inner join "reading" on "reading"."id" = "story"."reading" where "story"."accession" = ? and "reading"."private_count" > ?;

-- countWorksWithoutCreator
select count(*) as "count" from "work" where "creators" = ? and "id" in (select "story"."work" from "story" where "story"."accession" = ? and "story"."work" is not null);

-- dumpCatalogue
select * from "accession" order by "id";
select * from "claim" order by "story", "ordinal";
select * from "issue" order by "original", "ordinal";
select * from "kept_out" order by "digest";
select * from "meta" order by "key";
select * from "original" order by "id";
select * from "reading" order by "id";
select * from "story" order by "id";
select * from "work" order by "id";
select * from "work_mark" order by "work";

-- findAccession
select * from "accession" where "id" = ?;

-- findKeptOut
select "digest" from "kept_out" where "digest" in (?);

-- findKnownFiles
select "path", "sha256" from "original" where "sha256" in (?);

-- findOriginal
select * from "original" where "accession" = ? and "path" = ?;

-- findOriginalById
select * from "original" where "id" = ?;

-- findReading
select * from "reading" where "id" = ?;

-- findStory
select * from "story" where "id" = ?;

-- findWork
select * from "work" where "id" = ?;

-- findWorkAt
select "id" from "work" where "visible" = ? order by "number" limit ? offset ?;

-- findWorkMark
select * from "work_mark" where "work" = ?;

-- getMeta
select * from "meta";

-- getWork
select * from "work" where "id" = ?;

-- listAccessions
select * from "accession" order by "sequence";

-- listClaimsOfStories
select * from "claim" where "story" in (?) order by "story", "ordinal";

-- listDigestsOfPath
select "original"."sha256" from "original" inner join "accession" on "accession"."id" = "original"."accession" where "original"."path" = ? and "accession"."source" = ?;

-- listIssueExamples
select "issue"."detail", "original"."path", "story"."id" as "story" from "issue" inner join "original" on "original"."id" = "issue"."original" left join "story" on "story"."reading" = "issue"."reading" and "story"."ordinal" = ? where "issue"."code" = ? order by "original"."accession", "original"."path" limit ?;

-- listIssuesOfOriginal
select * from "issue" where "original" = ? order by "ordinal";

-- listLatestWorks
select * from "work" where "visible" = ? order by "number" desc limit ?;

-- listNumbersFor
select "number" from "work" where "visible" = ? order by "number";
select "number" from "work" where "withdrawn" = ? order by "number";

-- listObjects
select * from "object" order by "id";
select * from "object" where "accession" = ? order by "id";

-- listOriginalPlaces
select "id", "path", "accession" from "original" where "id" in (?);

-- listOriginalsOfObject
select * from "original" where "object" = ? order by "path";

-- listReadingIdsOfObjects
select "reading"."id" from "reading" inner join "original" on "original"."id" = "reading"."original" where "original"."object" in (?);

-- listReadingsOfOriginal
select * from "reading" where "original" = ? order by "id";

-- listStoriesById
select * from "story" where "id" in (?);

-- listStoriesOfOriginal
select * from "story" where "original" = ? order by "order_key";

-- listStoriesOfWorks
select * from "story" where "work" in (?) order by "work", "place", "role" desc, "order_key";

-- listStoryFacts
select "id", "anchor_id", "order_key", "title_key", "part_key", "part", "parts_total", "body_digest", "words" from "story" where "body_digest" in (?);
select "id", "anchor_id", "order_key", "title_key", "part_key", "part", "parts_total", "body_digest", "words" from "story" where "part_key" in (?);
select "id", "anchor_id", "order_key", "title_key", "part_key", "part", "parts_total", "body_digest", "words" from "story" where "work" in (?);

-- listUnindexedWorks
select * from "work" where "indexed" = ? order by "number" limit ?;

-- listUnplacedStoryFacts
select "id", "anchor_id", "order_key", "title_key", "part_key", "part", "parts_total", "body_digest", "words" from "story" where "work" is null and "place" is null and "id" > ? order by "id" limit ?;

-- listVisibleNumbers
select "number" from "work" where "visible" = ?;

-- listWorkTexts
select "story"."work", "story"."reading", "story"."body_start", "story"."body_end", "reading"."private_spans" from "story" inner join "reading" on "reading"."id" = "story"."reading" where "story"."work" in (?) and "story"."role" = ? order by "story"."work", "story"."place";

-- listWorks
select * from "work" where "visible" = ? order by "title_sort" asc, "id" asc limit ? offset ?;
select * from "work" where "withdrawn" = ? order by "title_sort" desc, "id" desc limit ? offset ?;
select * from "work" where "visible" = ? order by "creator_sort" asc, "title_sort" asc, "id" asc limit ? offset ?;
select * from "work" where "withdrawn" = ? order by "creator_sort" desc, "title_sort" desc, "id" desc limit ? offset ?;
select * from "work" where "visible" = ? order by "date_sort" asc nulls last, "id" asc limit ? offset ?;
select * from "work" where "withdrawn" = ? order by "date_sort" desc nulls last, "id" desc limit ? offset ?;
select * from "work" where "visible" = ? order by "words" asc, "id" asc limit ? offset ?;
select * from "work" where "withdrawn" = ? order by "words" desc, "id" desc limit ? offset ?;

-- listWorksById
select * from "work" where "id" in (?);

-- listWorksByNumber
select * from "work" where "number" in (?);

-- readWorkTotals
select count(*) as "works", sum("words") as "words", sum(case when missing_parts <> '[]' then 1 else 0 end) as "missing", count(distinct case when creators <> '[]' then creator_sort end) as "creators" from "work" where "visible" = ?;

-- walkStoryFactsByDigest
select "id", "anchor_id", "order_key", "title_key", "part_key", "part", "parts_total", "body_digest", "words" from "story" where ("body_digest", "id") > (?, ?) order by "body_digest", "id" limit ?;

-- walkStoryFactsByPartKey
select "id", "anchor_id", "order_key", "title_key", "part_key", "part", "parts_total", "body_digest", "words" from "story" where ("part_key", "id") > (?, ?) order by "part_key", "id" limit ?;
