// Reads lines "CLASS<TAB>JSON", and writes each payload back after a round trip through its type, or "!" and why not.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"example.com/app/liveactivity"
)

func through(class string, text []byte) ([]byte, error) {
	switch class {
	case "CLASS": made, err := liveactivity.UnmarshalCLASS(text); if err != nil { return nil, err }; return made.Marshal() // each class
	}
	panic(class)
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		class, text, _ := strings.Cut(lines.Text(), "\t")
		back, err := through(class, []byte(text))
		if err != nil {
			fmt.Println("!" + strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Println(string(back))
		}
	}
}
