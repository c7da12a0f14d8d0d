// Empty is the program that others are compared with: it does nothing.
package main

func main() {}
