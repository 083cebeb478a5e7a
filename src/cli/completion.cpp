#include "cli/completion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lotline::cli {

namespace {

/// Calls `act` with every command and the words that lead to it ("lotline record dispatch").
void walk(const Command& command, const std::string& path,
          const std::function<void(const Command&, const std::string&)>& act) {
  act(command, path);
  for (const Command& inner : command.commands) walk(inner, path + " " + inner.name, act);
}

std::string candidates(const Command& command) {
  std::vector<std::string> words;
  for (const Command& inner : command.commands) words.push_back(inner.name);
  for (const Option& option : command.options)
    if (!option.positional()) words.push_back(option.name);
  words.emplace_back("--help");
  return fmt::format("{}", fmt::join(words, " "));
}

/// One function for bash and zsh (which reads it with bashcompinit): the longest chain of commands typed decides what
/// follows.
std::string bash_completion(const Command& root) {
  std::string cases;
  walk(root, root.name, [&](const Command& command, const std::string& path) {
    cases += fmt::format("    \"{}\") words=\"{}\" ;;\n", path, candidates(command));
  });
  return "_lotline() {\n"
         "  local word=\"${COMP_WORDS[COMP_CWORD]}\" path=\"lotline\" words=\"\" i\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case \"${COMP_WORDS[i]}\" in -*) ;; *) case \" $(_lotline_words \"$path\") \" in *\" ${COMP_WORDS[i]} "
         "\"*) path=\"$path "
         "${COMP_WORDS[i]}\" ;; esac ;; esac\n"
         "  done\n"
         "  words=$(_lotline_words \"$path\")\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "  case \"$word\" in -*) ;; *) COMPREPLY+=($(compgen -f -- \"$word\")) ;; esac\n"
         "}\n"
         "_lotline_words() {\n  local words=\"\"\n  case \"$1\" in\n" +
         cases + "  esac\n  printf '%s' \"$words\"\n}\ncomplete -o filenames -F _lotline lotline\n";
}

std::string fish_completion(const Command& root) {
  std::string text;
  const auto quoted = [](std::string_view words) {
    std::string plain;
    for (const char c : words) plain += c == '\'' ? "\\'" : std::string(1, c);
    return "'" + plain + "'";
  };
  for (const Command& command : root.commands) {
    text += fmt::format("complete -c lotline -n __fish_use_subcommand -a {} -d {}\n", command.name,
                        quoted(command.summary));
    walk(command, command.name, [&](const Command& inner, const std::string& path) {
      const std::string last = path.substr(path.rfind(' ') == std::string::npos ? 0 : path.rfind(' ') + 1);
      for (const Command& deeper : inner.commands)
        text += fmt::format("complete -c lotline -n '__fish_seen_subcommand_from {}' -a {} -d {}\n", last, deeper.name,
                            quoted(deeper.summary));
      for (const Option& option : inner.options)
        if (!option.positional())
          text += fmt::format("complete -c lotline -n '__fish_seen_subcommand_from {}' -l {} -d {}\n", last,
                              option.name.substr(2), quoted(option.help));
    });
  }
  return text;
}

/// Text that roff prints as it stands.
std::string roff(std::string_view words) {
  std::string text;
  for (const char c : words) {
    if (c == '\\')
      text += "\\e";
    else if (c == '-')
      text += "\\-";
    else
      text.push_back(c);
  }
  return text.starts_with('.') || text.starts_with('\'') ? "\\&" + text : text;
}

}  // namespace

std::string completion_for(const Command& root, const std::string& shell) {
  if (shell == "bash") return bash_completion(root);
  if (shell == "zsh") return "autoload -U +X bashcompinit && bashcompinit\n" + bash_completion(root);
  if (shell == "fish") return fish_completion(root);
  return {};
}

std::string man_page(const Command& root) {
  std::string text = ".TH LOTLINE 1 \"\" \"Lotline\" \"User Commands\"\n.SH NAME\nlotline \\- " + roff(root.summary) +
                     "\n.SH SYNOPSIS\n.B lotline\n.I COMMAND\n[OPTIONS]\n.SH COMMANDS\n";
  walk(root, root.name, [&](const Command& command, const std::string& path) {
    if (&command == &root) return;
    std::string usage = path;
    for (const Option& option : command.options)
      if (option.positional()) usage += " " + option.name;
    text += fmt::format(".SS {}\n{}\n", roff(usage), roff(command.summary));
    for (const Option& option : command.options)
      text += fmt::format(".TP\n.B {}\n{}\n", roff(option.name),
                          roff(option.help + (option.required ? " (required)" : "")));
    if (!command.example.empty()) text += fmt::format(".PP\nExample:\n.PP\n.nf\n{}\n.fi\n", roff(command.example));
  });
  text +=
      ".SH EXIT STATUS\n0 done, 1 refused (number and name on stderr), 2 wrong words, 3 a fault of the disk or the "
      "file\n";
  return text;
}

}  // namespace lotline::cli
