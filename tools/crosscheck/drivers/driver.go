// Reads lines of the form "pair<TAB>JSON" and writes each payload back as JSON after a round trip through the types.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"crosscheck/PAIR" // each pair
)

func main() {
	through := map[string]func([]byte) ([]byte, error){
		"PAIR": func(text []byte) ([]byte, error) { made, err := PAIR.UnmarshalCLASS(text); if err != nil { return nil, err }; return made.Marshal() }, // each pair
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		pair, text, _ := strings.Cut(lines.Text(), "\t")
		back, err := through[pair]([]byte(text))
		if err != nil {
			fmt.Fprintln(os.Stderr, pair, text, err)
			os.Exit(1)
		}
		fmt.Println(string(back))
	}
}
