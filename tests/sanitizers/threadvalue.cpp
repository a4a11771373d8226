// A library that is opened while a program runs: each thread's value lies in a block that the loader
// allocates.
namespace {
thread_local int* own = nullptr;
}

extern "C" int** ownValue() {
    return &own;
}
