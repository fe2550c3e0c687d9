# Reads JUnit's XML reports; prints what was skipped and why, what failed, and the counts. Exit code 1 when a test failed.

function attribute(line, name,    found) {
  if (!match(line, " " name "=\"[^\"]*\"")) return ""
  found = substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
  gsub(/&quot;/, "\"", found); gsub(/&apos;/, "'", found); gsub(/&lt;/, "<", found); gsub(/&gt;/, ">", found)
  gsub(/&#10;.*/, "", found); gsub(/&amp;/, "\\&", found)
  return found
}

function short(class) { sub(/.*\./, "", class); return class }

/<testsuite / {
  tests += attribute($0, "tests")
  failed += attribute($0, "failures") + attribute($0, "errors")
  skipped += attribute($0, "skipped")
}

/<testcase / { class = short(attribute($0, "classname")); test = attribute($0, "name") }

/<skipped/ {
  reason = attribute($0, "message")
  if (reason == "" && match($0, /<!\[CDATA\[/)) reason = substr($0, RSTART + RLENGTH) # the first line of a stack
  sub(/^org\.opentest4j\.TestAbortedException: /, "", reason)
  sub(/^Assumption failed: /, "", reason)
  if (reason == "") reason = "no reason given"
  if (!(reason in times)) reasons[++kinds] = reason
  if (!((reason, class) in times)) where[reason] = where[reason] (where[reason] == "" ? "" : ", ") class
  times[reason]++; times[reason, class]++
}

/^ *<(failure|error)[ >\/]/ { failures[++failing] = class (test == "" || test == class ? "" : "." test) }

END {
  if (kinds > 0) print "\nSkipped, because this machine lacks something or the test says so:"
  for (i = 1; i <= kinds; i++) printf "  %s: %s (%d)\n", reasons[i], where[reasons[i]], times[reasons[i]]
  if (failing > 0) print "\nFailed:"
  for (i = 1; i <= failing; i++) print "  " failures[i]
  printf "\n%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped
  exit failed > 0
}
