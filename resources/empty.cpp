// A static library wants one source; everything here is data.
