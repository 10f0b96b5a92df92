// --- args: compile --root=. --request=r.req -o a.o
// --- bytes: r.req
"PCRQ" 01
// --- stderr
error[P5010]: `r.req` is no compile request: it is cut off
