# Words that turn what stands beside them into a tale or a match, for the "not" lines of the event rules.

lexicon story
  film | films | documentary | novel | book | play | series | exhibition | museum | memoir | opera | musical | drama | thriller | song | poem
  painting | simulation | video game | soap opera | sitcom | sketch
lexicon match
  friendly | final | semi-final | semifinal | quarter-final | quarterfinal | qualifier | cup | match | league | tournament | play-off | playoff
  qualifying | round of | group stage | last 16 | opener | fixture
