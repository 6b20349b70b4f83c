// operator new and delete of the whole program by mimalloc: texts, records and entries are made on one thread and freed on
// another, which the C library's allocator is slow at. The libraries stay free of it: their users have an allocator of their own.
#include <mimalloc-new-delete.h>
